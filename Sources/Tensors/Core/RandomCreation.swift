public import Randomness

extension Tensor {
  /// Numbers of the normal distribution.
  public static func normal(
    _ shape: Shape, mean: Double = 0, deviation: Double = 1, using generator: inout SeededGenerator
  ) -> Tensor {
    let result = Tensor(uninitialized: shape)
    for i in 0..<result.count {
      result.values[i] = Float(generator.normal(mean: mean, deviation: deviation))
    }
    return result
  }

  /// Numbers equally likely in `range`.
  public static func uniform(
    _ shape: Shape, in range: ClosedRange<Double> = 0...1, using generator: inout SeededGenerator
  ) -> Tensor {
    let result = Tensor(uninitialized: shape)
    for i in 0..<result.count { result.values[i] = Float(generator.uniform(in: range)) }
    return result
  }
}
