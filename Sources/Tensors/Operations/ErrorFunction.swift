internal import CKernels

extension Tensor {
  /// The error function of every value.
  public func errorFunction() -> Tensor { applying(CK_ERF) }
}
