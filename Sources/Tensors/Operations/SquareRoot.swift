internal import CKernels

extension Tensor {
  /// The square root of every value.
  public func squareRoot() -> Tensor { applying(CK_SQRT) }
}
