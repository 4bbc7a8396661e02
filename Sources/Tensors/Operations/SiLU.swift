internal import CKernels

extension Tensor {
  /// x times its sigmoid (Elfwing et al., 2018; also called swish).
  public func silu() -> Tensor { applying(CK_SILU) }
}
