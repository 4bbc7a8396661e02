import Randomness
import Tensors
import Testing

/// One operation on one set of shapes, with its plain reference in double precision.
struct OperationCase: CustomTestStringConvertible, Sendable {
  var name: String
  /// Shapes of the inputs, and where their random values lie.
  var inputs: [(shape: [Int], range: ClosedRange<Double>)]
  var run: @Sendable ([Tensor]) throws -> Tensor
  var reference: @Sendable ([Doubles]) -> Doubles
  var hasGradient = true

  init(
    _ name: String, _ shapes: [[Int]], in range: ClosedRange<Double> = -2...2, hasGradient: Bool = true,
    _ run: @escaping @Sendable ([Tensor]) throws -> Tensor,
    reference: @escaping @Sendable ([Doubles]) -> Doubles
  ) {
    self.name = name
    inputs = shapes.map { ($0, range) }
    self.run = run
    self.reference = reference
    self.hasGradient = hasGradient
  }

  var testDescription: String { "\(name) \(inputs.map(\.shape))" }

  /// Random inputs, the same in both precisions.
  func samples() -> [(single: Tensor, double: Doubles)] {
    var generator = SeededGenerator(seed: 7, for: testDescription)
    return inputs.map { input in
      let single = Tensor.uniform(input.shape, in: input.range, using: &generator)
      return (single, Doubles(input.shape, single.list.map(Double.init)))
    }
  }
}
