internal import CKernels

extension Tensor {
  /// Every value, held between 0 and 6 (Krizhevsky, 2010).
  public func relu6() -> Tensor { applying(CK_RELU6) }
}
