import Tensors
import Testing

@Suite struct SharesTests {
  static let logits: [[Float]] = [[1, -2, 0.5], [0.3, 0.2, 2], [-1, 0, 1], [2, 2, -3]]

  static func oneHot(_ labels: [Int]) throws -> Tensor {
    try Tensor(labels.map { label in (0..<3).map { $0 == label ? Float(1) : 0 } })
  }

  @Test(arguments: [nil, [1, 2, 0.5]] as [[Float]?], [0, 0.2] as [Float])
  func wholeSharesCountAsLabels(_ weights: [Float]?, smoothing: Float) throws {
    let labels = [0, 2, 1, 1]
    let (a, b) = (try Tensor(Self.logits), try Tensor(Self.logits))
    (a.requiresGradient, b.requiresGradient) = (true, true)
    let one = try a.crossEntropy(labels, weights: weights, smoothing: smoothing)
    let other = try b.crossEntropy(shares: Self.oneHot(labels), weights: weights, smoothing: smoothing)
    #expect(abs(one.item - other.item) < 1e-5)
    try one.backward()
    try other.backward()
    for (x, y) in zip(try #require(a.gradient).list, try #require(b.gradient).list) {
      #expect(abs(x - y) < 1e-5)
    }
  }

  @Test func theLossOfAMixtureIsTheMixtureOfTheLosses() throws {
    let x = try Tensor(Self.logits)
    let (one, other) = ([0, 2, 1, 1], [1, 1, 0, 2])
    let tensors = (try Self.oneHot(one), try Self.oneHot(other))
    let shares = try tensors.0 * Tensor(0.3) + tensors.1 * Tensor(0.7)
    let mixed = try x.crossEntropy(shares: shares).item
    let wanted = try 0.3 * x.crossEntropy(one).item + 0.7 * x.crossEntropy(other).item
    #expect(abs(mixed - wanted) < 1e-5)
  }

  @Test func sharesOfAnotherShapeAreAFault() throws {
    #expect(throws: (any Error).self) { try Tensor(Self.logits).crossEntropy(shares: Tensor([[1, 0, 0]])) }
  }

  @Test func labelsAreTheGreatestShares() throws {
    #expect(Target.shares(try Tensor([[0.2, 0.5, 0.3], [0.9, 0, 0.1]])).labels == [1, 0])
    #expect(Target.classes([2, 0]).labels == [2, 0])
    #expect(Target.values(try Tensor([[1]])).labels == nil)
  }
}
