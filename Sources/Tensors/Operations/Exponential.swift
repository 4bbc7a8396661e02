internal import CKernels

extension Tensor {
  /// e to the power of every value.
  public func exp() -> Tensor { applying(CK_EXP) }
}
