internal import Glibc

extension Tensor {
  /// `a` to the power of `b`, value by value.
  public static func power(_ a: Tensor, _ b: Tensor) throws -> Tensor {
    let result = try a.broadcast("^", b) { powf($0, $1) }
    let saved = result.detached()
    return result.recorded(from: a, b) { gradient in
      var gradients: [Tensor?] = [nil, nil]
      if a.tracksGradient {
        let slope = try a.broadcast("^", b) { $1 == 0 ? 0 : $1 * powf($0, $1 - 1) }
        gradients[0] = try gradient.combined(with: slope, *).summed(to: a.shape)
      }
      if b.tracksGradient {
        let slope = try a.broadcast("^", saved) { $0 > 0 ? $1 * logf($0) : 0 }
        gradients[1] = try gradient.combined(with: slope, *).summed(to: b.shape)
      }
      return gradients
    }
  }

  /// Every value to the power of `exponent`.
  public func power(_ exponent: Float) -> Tensor {
    if exponent == 2 { return elementwise({ $0 * $0 }, derivative: { x, _ in 2 * x }) }
    return elementwise(
      { powf($0, exponent) },
      derivative: { x, _ in exponent == 0 ? 0 : exponent * powf(x, exponent - 1) })
  }
}
