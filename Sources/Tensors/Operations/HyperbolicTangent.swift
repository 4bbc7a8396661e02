internal import CKernels

extension Tensor {
  /// The hyperbolic tangent of every value.
  public func tanh() -> Tensor { applying(CK_TANH) }
}
