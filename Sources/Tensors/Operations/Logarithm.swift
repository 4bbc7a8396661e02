internal import CKernels

extension Tensor {
  /// The natural logarithm of every value.
  public func log() -> Tensor { applying(CK_LOG) }
}
