internal import Report
public import Tensors

/// What the layers share while one batch passes through them.
public final class ForwardPass {
  public let isTraining: Bool
  /// The batch's process values, [n, f].
  public let features: Tensor?
  /// What layers that draw numbers draw them from, with a salt of their own.
  let seed: Tensor
  private var drawn: UInt64 = 0
  /// Looks at every layer's output for values that are not finite; slow, for finding out after the fact.
  let inspects: Bool
  /// The first layer whose output was not finite.
  private(set) var firstNonFinite: String?

  public convenience init(
    isTraining: Bool, features: Tensor? = nil, seed: UInt64 = 0, inspects: Bool = false
  ) {
    self.init(isTraining: isTraining, features: features, seed: Tensor(seed: seed), inspects: inspects)
  }

  init(isTraining: Bool, features: Tensor?, seed: Tensor, inspects: Bool = false) {
    self.isTraining = isTraining
    self.features = features
    self.seed = seed
    self.inspects = inspects
  }

  /// What tells the next layer that draws numbers from those before it.
  func nextSalt() -> UInt64 {
    drawn += 1
    return drawn
  }

  /// Notes that the samples themselves are not finite.
  func noteInput() { firstNonFinite = Text(en: "the samples", zh: "样本").description }

  func inspect(_ output: Tensor, of layer: @autoclosure () -> String) {
    guard inspects, firstNonFinite == nil, !output.isFinite else { return }
    firstNonFinite = layer()
  }
}
