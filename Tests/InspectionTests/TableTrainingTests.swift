import Inspection
import Neural
import Pipelines
import PlantData
import Report
import Testing

@Suite struct TableTrainingTests {
  /// Two kinds of rows that a straight line separates.
  func table(_ count: Int, shift: Double = 0) throws -> Table {
    try Table([
      Column("x", (0..<count).map { .float64(($0 % 2 == 0 ? -1 : 1) + Double($0 % 7) / 10 + shift) }),
      Column("kind", (0..<count).map { .text($0 % 2 == 0 ? "low" : "high") }),
    ])
  }

  func trained() throws -> Network {
    let network = try Network(Sequential([Linear(8), ReLU(), Linear(nil)]))
    var options = TrainingOptions()
    (options.epochs, options.rate, options.seed) = (30, 0.02, 3)
    _ = try network.fit(table(64), BatchOptions(target: "kind"), options)
    return network
  }

  @Test func aTrainedNetworkIsEvaluatedWithItsOwnPreparation() throws {
    guard case .classification(let report) = try trained().evaluate(on: table(20), good: "low").0 else {
      Issue.record("classes expected")
      return
    }
    #expect(report.accuracy.value == 1)
    #expect(report.escape?.hits == 0)
  }

  @Test func trainingGoesOnAsItBegan() throws {
    let network = try trained()
    var options = BatchOptions(target: "kind")
    options.features = ["x"]
    _ = try network.fit(table(8), options, TrainingOptions())
    options.size = [8, 8]
    let fault = #expect(throws: Fault.self) { try network.fit(table(8), options, TrainingOptions()) }
    #expect(fault?.what.en.hasPrefix("size:") == true)
  }

  @Test func oneClassAloneIsNothingToLearn() throws {
    let alone = try table(8).filter("kind == 'low'")
    let network = try Network(Sequential([Linear(nil)]))
    let fault = #expect(throws: Fault.self) {
      try network.fit(alone, BatchOptions(target: "kind"), TrainingOptions())
    }
    #expect(fault?.what.en == "every row is 'low': there is nothing to tell apart")
  }

  @Test func predictionsStandBesideTheRows() throws {
    let said = try trained().predictions(for: table(4)).0
    #expect(said.columnNames == ["x", "kind", "predicted", "score"])
    #expect(said["predicted"]?.cells == ["low", "high", "low", "high"])
  }

  @Test func rowsWithoutALabelArePredicted() throws {
    let network = try trained()
    let whole = try network.predictions(for: table(6)).0
    let bare = try network.predictions(for: table(6).select(["x"])).0
    #expect(bare.columnNames == ["x", "predicted", "score"])
    #expect(bare["score"]?.cells == whole["score"]?.cells)
    let fault = #expect(throws: Fault.self) { try network.evaluate(on: table(6).select(["x"])) }
    #expect(fault?.code == .name)
  }

  @Test func anUntrainedNetworkSaysSo() throws {
    let network = try Network(Sequential([Linear(nil)]))
    let table = try table(4)
    let fault = #expect(throws: Fault.self) { try network.evaluate(on: table) }
    #expect(fault?.remedy?.contains("net:fit") == true)
  }

  @Test func theSameSeedGivesTheSamePredictions() throws {
    let first = try trained().predictions(for: table(6)).0["score"]?.cells
    #expect(first == (try trained().predictions(for: table(6)).0["score"]?.cells))
  }

  /// A share that is 0 or 1, and once in between.
  private func shares(_ scale: Double = 1) throws -> Table {
    try Table([
      Column("x", (0..<40).map { .float64(Double($0) / 40) }),
      Column("y", (0..<40).map { .float64(scale * ($0 == 20 ? 0.5 : $0 < 20 ? 0 : 1)) }),
    ])
  }

  @Test(arguments: [Loss.binaryCrossEntropy, .dice])
  func sharesAreTakenAsTheyAreAndSaidAsShares(_ loss: Loss) throws {
    let network = try Network(Sequential([Linear(8), ReLU(), Linear(nil)]))
    var options = TrainingOptions()
    (options.epochs, options.rate, options.loss) = (80, 0.05, loss)
    let history = try network.fit(shares(), BatchOptions(target: "y"), options).history
    #expect(history.epochs.allSatisfy { $0.loss > 0 })
    let said = try network.predictions(for: shares()).0.column("predicted")
    for row in [0, 39] {
      guard case .float64(let value) = said[row] else { continue }
      #expect((0...1).contains(value) && (value > 0.5) == (row == 39))
    }
    let kept = try Preprocessing(text: #require(network.preprocessing))
    #expect(kept.targetIsShare && kept.targetScale == nil)
  }

  @Test func valuesThatAreNoSharesAreRefused() throws {
    let network = try Network(Sequential([Linear(nil)]))
    var options = TrainingOptions()
    options.loss = .binaryCrossEntropy
    let fault = #expect(throws: Fault.self) {
      try network.fit(shares(3), BatchOptions(target: "y"), options)
    }
    #expect(fault?.what.en == "the value is 1.5, and the loss wants shares in 0 .. 1")
    #expect(fault?.remedy == "loss = \"mse\"")
  }
}
