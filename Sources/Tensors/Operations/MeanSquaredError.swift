extension Tensor {
  /// The mean of (prediction - wanted)².
  public func meanSquaredError(_ wanted: Tensor) throws -> Tensor {
    try pointwiseLoss(
      "mse", wanted, { ($0 - $1) * ($0 - $1) }, slope: { 2 * ($0 - $1) })
  }
}
