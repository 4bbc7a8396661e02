extension Tensor {
  /// The mean of (prediction - wanted)².
  public func meanSquaredError(_ wanted: Tensor) throws -> Tensor {
    try mean(SquaredError(), "mse", wanted)
  }
}

private struct SquaredError: Pointwise {
  func value(_ seen: Float, _ wanted: Float) -> Float {
    (seen - wanted) * (seen - wanted)
  }

  func slope(_ seen: Float, _ wanted: Float) -> Float { 2 * (seen - wanted) }
}
