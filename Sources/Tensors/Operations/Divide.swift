internal import CKernels

extension Tensor {
  /// The quotient of two tensors value by value, the smaller repeated along the axes it lacks.
  public static func / (a: Tensor, b: Tensor) throws -> Tensor {
    let quotient = try a.broadcast("/", b, CK_DIVIDE)
    let saved = quotient.detached()
    return quotient.recorded(from: a, b) { gradient in
      let inner = try gradient.broadcast("/", b, CK_DIVIDE)
      return [
        a.tracksGradient ? try inner.summed(to: a.shape) : nil,
        b.tracksGradient ? try (-inner.broadcast("*", saved, CK_MULTIPLY)).summed(to: b.shape) : nil,
      ]
    }
  }
}
