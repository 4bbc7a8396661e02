extension Tensor {
  /// Squared error near the target and absolute error beyond `delta` (Huber, 1964): an outlier pulls no harder
  /// than `delta`.
  public func huber(_ wanted: Tensor, delta: Float = 1) throws -> Tensor {
    try mean(HuberLoss(delta: delta), "huber", wanted)
  }
}

private struct HuberLoss: Pointwise {
  let delta: Float

  func value(_ seen: Float, _ wanted: Float) -> Float {
    let distance = abs(seen - wanted)
    return distance <= delta ? 0.5 * distance * distance : delta * (distance - 0.5 * delta)
  }

  func slope(_ seen: Float, _ wanted: Float) -> Float { min(max(seen - wanted, -delta), delta) }
}
