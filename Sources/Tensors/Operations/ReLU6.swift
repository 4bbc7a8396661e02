extension Tensor {
  /// Every value, held between 0 and 6 (Krizhevsky, 2010).
  public func relu6() -> Tensor {
    elementwise({ Swift.min(Swift.max($0, 0), 6) }, derivative: { x, _ in x > 0 && x < 6 ? 1 : 0 })
  }
}
