internal import CKernels

extension Tensor {
  /// x Φ(x), with Φ the normal distribution (Hendrycks and Gimpel, 2016; the exact form).
  public func gelu() -> Tensor { applying(CK_GELU) }
}
