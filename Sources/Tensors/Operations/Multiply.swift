extension Tensor {
  /// The product of two tensors value by value, the smaller repeated along the axes it lacks.
  public static func * (a: Tensor, b: Tensor) throws -> Tensor {
    try a.broadcast("*", b, *).recorded(from: a, b) { gradient in
      [
        a.tracksGradient ? try gradient.broadcast("*", b, *).summed(to: a.shape) : nil,
        b.tracksGradient ? try gradient.broadcast("*", a, *).summed(to: b.shape) : nil,
      ]
    }
  }
}
