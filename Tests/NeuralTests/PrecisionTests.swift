import Neural
import Tensors
import Testing

@Suite struct PrecisionTests {
  @Test func bfloat16LearnsAsWell() throws {
    let network = try Samples.stripeLearner()
    var options = TrainingOptions()
    options.epochs = 8
    options.rate = 0.02
    options.precision = .bfloat16
    try network.fit(Samples.stripes(128), options)
    #expect(try network.accuracy(on: Samples.stripes(64, seed: 9)) > 0.9)
  }
}
