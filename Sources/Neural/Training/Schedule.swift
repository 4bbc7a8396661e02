internal import Glibc

/// How the learning rate goes over the steps of a training.
public enum Schedule: String, CaseIterable, Sendable {
  /// Always the same.
  case constant
  /// A tenth after a half of the steps, a hundredth after three quarters.
  case step
  /// Down to 0 along half a cosine (Loshchilov and Hutter, 2017).
  case cosine
  /// Up from a 25th during the first 30 %, then down to almost 0 (Smith and Topin, 2018).
  case oneCycle = "one_cycle"

  /// The factor on the learning rate at `step` (from 0) of `steps`, the first `warmup` steps rising from 0.
  public func factor(_ step: Int, of steps: Int, warmup: Int = 0) -> Double {
    if step < warmup { return Double(step + 1) / Double(warmup + 1) }
    let place = Double(step - warmup) / Double(max(1, steps - warmup))
    switch self {
    case .constant: return 1
    case .step: return place < 0.5 ? 1 : place < 0.75 ? 0.1 : 0.01
    case .cosine: return 0.5 * (1 + cos(.pi * place))
    case .oneCycle:
      let peak = 0.3
      func between(_ from: Double, _ to: Double, _ share: Double) -> Double {
        to + (from - to) * 0.5 * (1 + cos(.pi * share))
      }
      return place < peak ? between(0.04, 1, place / peak) : between(1, 4e-6, (place - peak) / (1 - peak))
    }
  }
}
