internal import CKernels

extension Tensor {
  /// Every value, negative ones replaced by 0 (Nair and Hinton, 2010).
  public func relu() -> Tensor { applying(CK_RELU) }
}
