extension Tensor {
  /// activation(x W + b) over the last axis.
  ///
  /// - Parameters:
  ///   - weights: [in, out]
  ///   - bias: [out]
  /// - Returns: [n, out] for an input of [n, in]
  public func linear(_ weights: Tensor, bias: Tensor? = nil, _ activation: FusedActivation = .none) throws
    -> Tensor
  {
    guard rank > 0, weights.rank == 2, shape[rank - 1] == weights.shape[0] else {
      throw ShapeFault.mismatch("linear", shape, weights.shape)
    }
    if let bias, bias.shape != [weights.shape[1]] {
      throw ShapeFault.mismatch("linear", weights.shape, bias.shape)
    }
    guard activation.slopeFollowsFromResult else {
      return try linear(weights, bias: bias).applying(activation)
    }
    let x = try reshaped([count / Swift.max(1, weights.shape[0]), weights.shape[0]])
    let result = MatrixProduct(x, weights).result(bias: bias, activation)
    let (saved, precision) = (result.detached(), Precision.current)
    let recorded = result.recorded(from: [x, weights] + (bias.map { [$0] } ?? [])) { arrived in
      try precision.use {
        let gradient = arrived.beforeActivation(activation, saved)
        return [
          x.tracksGradient ? MatrixProduct(gradient, weights, transposingB: true).result() : nil,
          weights.tracksGradient ? MatrixProduct(x, gradient, transposingA: true).result() : nil,
          bias?.tracksGradient == true ? try gradient.sum([0]) : nil,
        ]
      }
    }
    return try recorded.reshaped(shape.dropLast() + [weights.shape[1]])
  }
}
