internal import CKernels

extension Tensor {
  /// 1 / (1 + e^-x) of every value.
  public func sigmoid() -> Tensor { applying(CK_SIGMOID) }
}
