internal import CKernels

extension Tensor {
  /// The difference of two tensors, the smaller repeated along the axes it lacks.
  public static func - (a: Tensor, b: Tensor) throws -> Tensor {
    try a.broadcast("-", b, CK_SUBTRACT).recorded(from: a, b) { gradient in
      [
        a.tracksGradient ? try gradient.summed(to: a.shape) : nil,
        b.tracksGradient ? try (-gradient).summed(to: b.shape) : nil,
      ]
    }
  }
}
