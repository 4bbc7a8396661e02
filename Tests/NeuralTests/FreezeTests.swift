import Neural
import Report
import Tensors
import Testing

@Suite struct FreezeTests {
  @Test func frozenLayersKeepTheirWeights() throws {
    let network = try Samples.stripeLearner()
    var options = TrainingOptions()
    options.epochs = 1
    try network.fit(Samples.stripes(16), options)
    let all = network.parameterCount
    try network.freeze(1)
    #expect(network.parameterCount == all - 72)
    let weights = network.root.allWeights
    let (first, last) = (weights[0].tensor.list, weights[weights.count - 1].tensor.list)
    try network.fit(Samples.stripes(16), options)
    #expect(weights[0].tensor.list == first)
    #expect(weights[weights.count - 1].tensor.list != last)
    try network.freeze(0)
    #expect(network.parameterCount == all)
  }

  @Test func aFrozenNormalisationKeepsItsStatistics() throws {
    let network = Network(
      Sequential([
        try Conv2d(4, kernel: (3, 3), bias: false), BatchNorm2d(), ReLU(), Flatten(), try Linear(nil),
      ]))
    var options = TrainingOptions()
    options.epochs = 1
    try network.fit(Samples.stripes(16), options)
    let statistics = network.root.allWeights.filter { ["mean", "variance"].contains($0.name) }
    let before = statistics.map(\.tensor.list)
    try network.freeze(2)
    try network.fit(Samples.stripes(16), options)
    #expect(statistics.map(\.tensor.list) == before)
  }

  @Test func moreLayersThanThereAreAreNamed() throws {
    let network = Network(Sequential([try Linear(3), ReLU()]))
    try network.build([2])
    #expect {
      try network.freeze(3)
    } throws: { error in (error as? Fault)?.what.en == "freeze: 3 of 2 layers" }
  }

  @Test func aNetworkWithoutWeightsHasNoneToFreeze() {
    #expect(throws: Fault.self) { try Network(Linear(3)).freeze(1) }
  }
}
