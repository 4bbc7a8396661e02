import Randomness
import Tensors
import Testing

@Suite struct OperationTests {
  @Test(arguments: operationCases) func valuesAreThoseOfTheReference(_ test: OperationCase) throws {
    let samples = test.samples()
    let result = try test.run(samples.map(\.single))
    let wanted = test.reference(samples.map(\.double))
    #expect(result.shape == wanted.shape)
    #expect(OperationTests.distance(result.list, wanted.values) <= 2e-5)
  }

  @Test(arguments: operationCases.filter(\.hasGradient))
  func gradientsAreThoseOfFiniteDifferences(_ test: OperationCase) throws {
    let samples = test.samples()
    let parameters = samples.map { $0.single.parameter() }
    let result = try test.run(parameters)
    var generator = SeededGenerator(seed: 8, for: "weights")
    let weights = Tensor.uniform(result.shape, in: -1...1, using: &generator)
    try (result * weights).sum().backward()
    let inputs = samples.map(\.double)
    let factors = weights.list
    func weighted(_ inputs: [Doubles]) -> Double {
      zip(test.reference(inputs).values, factors).reduce(0) { $0 + $1.0 * Double($1.1) }
    }
    for (place, parameter) in parameters.enumerated() {
      let gradient = try #require(parameter.gradient, "input \(place + 1) has no gradient")
      #expect(gradient.shape == parameter.shape)
      let wanted = (0..<parameter.count).map { i in
        var (above, below) = (inputs, inputs)
        above[place].values[i] += 1e-5
        below[place].values[i] -= 1e-5
        return (weighted(above) - weighted(below)) / 2e-5
      }
      #expect(OperationTests.distance(gradient.list, wanted) <= 1e-4, "input \(place + 1)")
    }
  }

  /// The greatest distance between what was seen and wanted, relative to the latter where it is above 1.
  static func distance(_ seen: [Float], _ wanted: [Double]) -> Double {
    zip(seen, wanted).map { abs(Double($0) - $1) / (1 + abs($1)) }.reduce(0) {
      $1.isNaN ? .infinity : max($0, $1)
    }
  }
}
