extension Tensor {
  /// Every value, held between `low` and `high`.
  public func clipped(to range: ClosedRange<Float>) -> Tensor {
    elementwise(
      { Swift.min(Swift.max($0, range.lowerBound), range.upperBound) },
      derivative: { x, _ in range.contains(x) ? 1 : 0 })
  }
}
