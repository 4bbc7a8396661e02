extension Tensor {
  /// Every value with the other sign.
  public static prefix func - (x: Tensor) -> Tensor {
    x.elementwise({ -$0 }, derivative: { _, _ in -1 })
  }
}
