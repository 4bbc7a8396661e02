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
}
