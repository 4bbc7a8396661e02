extension Tensor {
  /// The mean of `f(prediction, wanted)` over all values; `slope` is df/dprediction.
  @inline(__always)
  func pointwiseLoss(
    _ name: String, _ wanted: Tensor, _ f: (Float, Float) -> Float,
    slope: @escaping (Float, Float) -> Float
  ) throws -> Tensor {
    guard shape == wanted.shape else { throw ShapeFault.mismatch(name, shape, wanted.shape) }
    var total = 0.0
    for i in 0..<count { total += Double(f(values[i], wanted.values[i])) }
    let share = 1 / Float(Swift.max(count, 1))
    return Tensor(Float(total / Double(Swift.max(count, 1)))).recorded(from: self) { [self] gradient in
      let factor = gradient.item * share
      return [combined(with: wanted) { slope($0, $1) * factor }]
    }
  }
}
