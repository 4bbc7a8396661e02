internal import CKernels

extension Tensor {
  /// Every value, negative ones times `slope` (Maas et al., 2013).
  public func leakyRelu(_ slope: Float = 0.01) -> Tensor { applying(CK_LEAKY_RELU, slope) }
}
