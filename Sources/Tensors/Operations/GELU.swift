internal import Glibc

extension Tensor {
  /// x Φ(x), with Φ the normal distribution (Hendrycks and Gimpel, 2016; the exact form).
  public func gelu() -> Tensor {
    elementwise(
      { 0.5 * $0 * (1 + erff($0 * 0.707_106_77)) },
      derivative: { x, _ in
        let share = 0.5 * (1 + erff(x * 0.707_106_77))
        return share + x * 0.398_942_3 * expf(-0.5 * x * x)
      })
  }
}
