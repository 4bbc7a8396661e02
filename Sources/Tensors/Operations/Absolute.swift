extension Tensor {
  /// Every value without its sign.
  public func absolute() -> Tensor {
    elementwise({ Swift.abs($0) }, derivative: { x, _ in x > 0 ? 1 : x < 0 ? -1 : 0 })
  }
}
