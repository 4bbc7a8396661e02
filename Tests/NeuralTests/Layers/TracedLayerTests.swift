import Neural
import Tensors
import Testing

/// Layers in programs: what is traced once and replayed is what the layers do one by one.
@Suite struct TracedLayerTests {
  @Test(arguments: LayerCase.all) func aProgramSaysWhatTheLayerSays(_ test: LayerCase) throws {
    let network = Network(try test.make())
    try network.build(test.input)
    let x = Tensor.filled([3] + test.input) { values in
      for i in values.indices { values[i] = Float(i % 3) + 1 }
    }
    let eager = try withoutGradient { try network.forward(x, ForwardPass(isTraining: false)) }
    for (seen, wanted) in zip(try network.applied(to: x).list, eager.list) {
      #expect(abs(seen - wanted) <= 1e-5 * (1 + abs(wanted)))
    }
  }

  @Test(arguments: LayerCase.all) func aTracedTrainingLeavesTheSameWeights(_ test: LayerCase) throws {
    func trained(_ traces: Bool) throws -> [Float] {
      let network = Network(
        Sequential([try Reshape(test.input), try test.make(), Flatten(), try Linear(2)]))
      let features = Tensor.filled([10, test.input.elementCount]) { values in
        for i in values.indices { values[i] = Float(i * 7 % 5 % 3) + 1 }
      }
      var options = TrainingOptions()
      options.epochs = 2
      options.batchSize = 4
      options.traces = traces
      let target = Target.classes((0..<10).map { $0 % 2 })
      try network.fit(MemorySource(features: features, target: target, classes: ["a", "b"]), options)
      return network.root.allWeights.flatMap(\.tensor.list)
    }
    let (program, eager) = (try trained(true), try trained(false))
    #expect(zip(program, eager).allSatisfy { abs($0 - $1) <= 2e-3 * (1 + abs($1)) })
    let areFinite = program.allSatisfy { $0.isFinite }
    #expect(areFinite)
  }
}
