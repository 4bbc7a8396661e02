import Neural
import Tensors
import Testing

@Suite struct TracedTrainingTests {
  private func weights(_ optimizer: OptimizerKind, traced: Bool) throws -> [Float] {
    let network = Network(
      Sequential([
        try Conv2d(6, kernel: (3, 3), padding: .same, bias: false), BatchNorm2d(), ReLU(),
        Residual([try Conv2d(6, kernel: (3, 3), padding: .same), BatchNorm2d()]),
        try MaxPool2d((2, 2)), Flatten(), try Dropout(0.2), try Linear(nil),
      ]))
    var options = TrainingOptions()
    options.epochs = 2
    options.batchSize = 16
    options.optimizer = optimizer
    options.clipNorm = 0.5
    options.averaging = 0.9
    options.traces = traced
    // The last batch of each epoch is smaller: a program of its own.
    try network.fit(Samples.stripes(40), options)
    return network.root.allWeights.flatMap(\.tensor.list)
  }

  @Test(arguments: OptimizerKind.allCases) func aProgramTrainsAsTheOperationsDo(_ optimizer: OptimizerKind)
    throws
  {
    let (replayed, done) = (try weights(optimizer, traced: true), try weights(optimizer, traced: false))
    #expect(replayed.count == done.count)
    for (seen, wanted) in zip(replayed, done) { #expect(abs(seen - wanted) <= 2e-3 * (1 + abs(wanted))) }
  }

  @Test func aProgramTrainsToTheSameBits() throws {
    #expect(try weights(.adam, traced: true) == weights(.adam, traced: true))
  }

  @Test func inferenceWithConstantsIsInferenceWithout() throws {
    let network = try Samples.stripeLearner()
    try network.fit(Samples.stripes(32))
    let source = try Samples.stripes(5)
    let batch = try source.batch([0, 1, 2, 3, 4], augment: nil)
    let x = try #require(batch.images)
    let plain = try withoutGradient { try network.forward(x, ForwardPass(isTraining: false)) }
    for (seen, wanted) in zip(try network.applied(to: x).list, plain.list) {
      #expect(abs(seen - wanted) < 1e-5)
    }
  }
}
