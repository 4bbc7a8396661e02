import Neural
import Report
import Tensors
import Testing

@Suite struct CustomLayerTests {
  private func squared() throws -> CustomLayer {
    try CustomLayer(
      weights: [("b", .values(Tensor([0.5]))), ("w", .shape([2, 1]))], text: .unknown
    ) { x, weights in
      let y = try Tensor.matrixMultiply(x * x, weights[1].tensor)
      return try y + weights[0].tensor
    }
  }

  @Test func theShapeIsFoundByRunningTheFunction() throws {
    let network = Network(Sequential([try squared(), ReLU()]))
    #expect(try network.build([2]) == [1])
    #expect(network.parameterCount == 3)
    #expect(network.root.allWeights[0].tensor.list == [0.5])
  }

  @Test func aNetworkWithOneIsNoProgram() throws {
    #expect(!Network(Sequential([Sequential([try squared()])])).isTraceable)
    #expect(Network(Sequential([ReLU()])).isTraceable)
  }

  @Test func itLearns() throws {
    let network = Network(try squared())
    var options = TrainingOptions()
    options.epochs = 100
    options.rate = 0.1
    let x = Tensor.filled([64, 2]) { values in
      for i in values.indices { values[i] = Float(i * 7 % 13) / 6 - 1 }
    }
    let y = try withoutGradient { try (x * x).sum([1]).reshaped([64, 1]) }
    let history = try network.fit(MemorySource(features: x, target: .values(y)), options)
    #expect(try #require(history.epochs.last).loss < 0.01)
  }

  @Test func aFunctionThatLosesTheSamplesIsNamed() throws {
    let network = Network(try CustomLayer(weights: [], text: .unknown) { x, _ in try x.sum() })
    #expect {
      try network.build([2, 3])
    } throws: { error in
      (error as? Fault)?.what.en == "the layer's function makes [] of [1, 2, 3], wanted [1, …]"
    }
  }

  @Test func theSummaryKeepsTheNetworkAsItIs() throws {
    let network = Network(try squared())
    try network.build([2])
    let copy = try network.copiedLayers(for: [2], featureCount: 0, outputs: 1)
    #expect(copy.text(on: Surface()).contains("Layer(weights = {…})"))
  }
}
