internal import Randomness
internal import Report
public import Tensors

/// What the layers share while one batch passes through them.
public final class ForwardPass {
  public let isTraining: Bool
  /// The batch's process values, [n, f].
  public let features: Tensor?
  private let seed: UInt64
  private var drawn = 0
  /// Looks at every layer's output for values that are not finite; slow, for finding out after the fact.
  let inspects: Bool
  /// The first layer whose output was not finite.
  private(set) var firstNonFinite: String?

  public init(isTraining: Bool, features: Tensor? = nil, seed: UInt64 = 0, inspects: Bool = false) {
    self.isTraining = isTraining
    self.features = features
    self.seed = seed
    self.inspects = inspects
  }

  /// A seed for the next layer that draws numbers.
  func nextSeed() -> UInt64 {
    drawn += 1
    var generator = SeededGenerator(seed: seed, for: "layer", drawn)
    return generator.next()
  }

  /// Notes that the samples themselves are not finite.
  func noteInput() { firstNonFinite = Text(en: "the samples", zh: "样本").description }

  func inspect(_ output: Tensor, of layer: @autoclosure () -> String) {
    guard inspects, firstNonFinite == nil, !output.isFinite else { return }
    firstNonFinite = layer()
  }
}
