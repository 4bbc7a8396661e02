internal import CKernels

extension Tensor {
  /// Every value without its sign; the gradient at 0 is 0.
  public func absolute() -> Tensor { applying(CK_ABS) }
}
