extension Tensor {
  /// The mean over `axes` (counted from 0; all when empty).
  public func mean(_ axes: [Int] = [], keepingAxes: Bool = false) throws -> Tensor {
    let total = try sum(axes, keepingAxes: keepingAxes)
    let share = Float(total.count) / Float(Swift.max(count, 1))
    return total.scaled(by: share)
  }

  /// The sample variance over `axes`: the sum of squared distances from the mean, divided by n - 1.
  public func variance(_ axes: [Int] = [], keepingAxes: Bool = false) throws -> Tensor {
    let total = try (self - mean(axes, keepingAxes: true)).power(2).sum(axes, keepingAxes: keepingAxes)
    let share = 1 / (Float(count) / Float(Swift.max(total.count, 1)) - 1)
    return total.scaled(by: share)
  }

  /// The sample standard deviation over `axes`.
  public func standardDeviation(_ axes: [Int] = [], keepingAxes: Bool = false) throws -> Tensor {
    try variance(axes, keepingAxes: keepingAxes).squareRoot()
  }
}
