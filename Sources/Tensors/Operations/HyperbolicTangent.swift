internal import Glibc

extension Tensor {
  /// The hyperbolic tangent of every value.
  public func tanh() -> Tensor {
    elementwise({ tanhf($0) }, derivative: { _, y in 1 - y * y })
  }
}
