extension Tensor {
  /// The greater of two tensors, value by value; where they are equal the gradient is halved.
  public static func maximum(_ a: Tensor, _ b: Tensor) throws -> Tensor {
    try a.broadcast("maximum", b) { Swift.max($0, $1) }.recorded(from: a, b) { gradient in
      let share = try a.broadcast("maximum", b) { $0 > $1 ? 1 : $0 == $1 ? 0.5 : 0 }
      return try Tensor.split(gradient, by: share, a, b)
    }
  }

  /// The smaller of two tensors, value by value; where they are equal the gradient is halved.
  public static func minimum(_ a: Tensor, _ b: Tensor) throws -> Tensor {
    try a.broadcast("minimum", b) { Swift.min($0, $1) }.recorded(from: a, b) { gradient in
      let share = try a.broadcast("minimum", b) { $0 < $1 ? 1 : $0 == $1 ? 0.5 : 0 }
      return try Tensor.split(gradient, by: share, a, b)
    }
  }

  /// Hands `share` of the gradient to `a` and the rest to `b`.
  private static func split(_ gradient: Tensor, by share: Tensor, _ a: Tensor, _ b: Tensor) throws
    -> [Tensor?]
  {
    [
      a.tracksGradient ? try gradient.combined(with: share, *).summed(to: a.shape) : nil,
      b.tracksGradient ? try gradient.combined(with: share) { $0 * (1 - $1) }.summed(to: b.shape) : nil,
    ]
  }
}
