internal import CKernels

extension Tensor {
  /// Every value with the other sign.
  public static prefix func - (x: Tensor) -> Tensor { x.applying(CK_NEGATE) }
}
