import Neural
import Report
import Tensors
import Testing

@Suite struct FitTests {
  @Test func aSmallNetworkLearnsStripes() throws {
    let network = try Samples.stripeLearner()
    var options = TrainingOptions()
    options.epochs = 8
    options.rate = 0.02
    let history = try network.fit(Samples.stripes(128), options)
    #expect(history.epochs.count == 8)
    #expect(try network.accuracy(on: Samples.stripes(64, seed: 9)) > 0.9)
  }

  @Test func aLinearLayerFindsAPlane() throws {
    let network = Network(try Linear(1))
    var options = TrainingOptions()
    options.epochs = 20
    options.rate = 0.05
    let history = try network.fit(Samples.plane(200), options)
    #expect(try #require(history.epochs.last).loss < 0.001)
  }

  @Test func sameSeedGivesTheSameWeights() throws {
    func trained(_ seed: UInt64) throws -> [Float] {
      let network = try Samples.stripeLearner()
      var options = TrainingOptions()
      options.epochs = 1
      options.seed = seed
      try network.fit(Samples.stripes(48), options)
      return network.root.allWeights.flatMap(\.tensor.list)
    }
    let first = try trained(3)
    #expect(try trained(3) == first)
    #expect(try trained(4) != first)
  }

  @Test func scoresOfASampleAddUpToOne() throws {
    let network = try Samples.stripeLearner()
    let scores = try network.predict(Samples.stripes(5))
    #expect(scores.shape == [5, 2])
    for row in 0..<5 { #expect(abs(scores.list[2 * row] + scores.list[2 * row + 1] - 1) < 1e-5) }
  }

  @Test func aRateThatIsTooHighIsNamedWithItsPlace() throws {
    let network = Network(try Linear(1))
    var options = TrainingOptions()
    options.optimizer = .sgd
    options.rate = 1e20
    options.schedule = .constant
    #expect {
      try network.fit(Samples.plane(200), options)
    } throws: { error in
      (error as? Fault)?.what.en.hasPrefix("epoch 1, batch ") == true
    }
    #expect(network.root.allWeights.allSatisfy { $0.tensor.isFinite })
  }

  @Test func oneEpochIsSaidInTheSingular() throws {
    var options = TrainingOptions()
    options.epochs = 1
    let history = try Network(Linear(1)).fit(Samples.plane(20), options)
    #expect(history.text(on: Surface()).hasPrefix("1 epoch in "))
  }

  @Test func samplesThatAreNotFiniteAreNamed() throws {
    let x = try Tensor([2, 1], [1, .nan])
    let source = try MemorySource(features: x, target: .values(Tensor([2, 1], [0, 0])))
    #expect {
      try Network(Linear(1)).fit(source)
    } throws: { error in
      (error as? Fault)?.what.en.contains("first in the samples") == true
    }
  }

  @Test func patienceEndsTrainingWithTheBestWeights() throws {
    let network = Network(try Linear(1))
    var options = TrainingOptions()
    options.epochs = 200
    options.rate = 0.3
    options.schedule = .constant
    options.patience = 2
    options.valid = try Samples.plane(50)
    let history = try network.fit(Samples.plane(100), options)
    #expect(history.end == .noProgress)
    #expect(history.epochs.count < 200)
    let losses = history.epochs.map { $0.validLoss ?? .infinity }
    let best = try #require(history.bestEpoch)
    #expect(losses[best - 1] == losses.min())
  }

  @Test func anOutputOfTheWrongSizeIsRefused() throws {
    let network = Network(Sequential([Flatten(), try Linear(5)]))
    #expect {
      try network.fit(Samples.stripes(8))
    } throws: { error in
      (error as? Fault)?.what.en == "the network's output is [5], and the samples have 2 classes"
    }
  }
}
