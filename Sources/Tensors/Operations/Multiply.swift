internal import CKernels

extension Tensor {
  /// The product of two tensors value by value, the smaller repeated along the axes it lacks.
  public static func * (a: Tensor, b: Tensor) throws -> Tensor {
    try a.broadcast("*", b, CK_MULTIPLY).recorded(from: a, b) { gradient in
      [
        a.tracksGradient ? try gradient.broadcast("*", b, CK_MULTIPLY).summed(to: a.shape) : nil,
        b.tracksGradient ? try gradient.broadcast("*", a, CK_MULTIPLY).summed(to: b.shape) : nil,
      ]
    }
  }

  /// Every value times a number.
  func scaled(by factor: Float) -> Tensor { applying(CK_MULTIPLE, factor) }
}
