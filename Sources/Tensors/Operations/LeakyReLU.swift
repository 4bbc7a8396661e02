extension Tensor {
  /// Every value, negative ones times `slope` (Maas et al., 2013).
  public func leakyRelu(_ slope: Float = 0.01) -> Tensor {
    elementwise({ $0 > 0 ? $0 : slope * $0 }, derivative: { x, _ in x > 0 ? 1 : slope })
  }
}
