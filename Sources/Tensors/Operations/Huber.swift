extension Tensor {
  /// Squared error near the target and absolute error beyond `delta` (Huber, 1964): an outlier pulls no harder
  /// than `delta`.
  public func huber(_ wanted: Tensor, delta: Float = 1) throws -> Tensor {
    try pointwiseLoss(
      "huber", wanted,
      {
        let distance = Swift.abs($0 - $1)
        return distance <= delta ? 0.5 * distance * distance : delta * (distance - 0.5 * delta)
      },
      slope: { Swift.min(Swift.max($0 - $1, -delta), delta) })
  }
}
