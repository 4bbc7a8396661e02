extension Tensor {
  /// Every value, negative ones replaced by 0 (Nair and Hinton, 2010).
  public func relu() -> Tensor {
    elementwise({ Swift.max($0, 0) }, derivative: { x, _ in x > 0 ? 1 : 0 })
  }
}
