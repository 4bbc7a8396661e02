internal import CKernels

extension Tensor {
  /// x W + b over the last axis.
  ///
  /// - Parameters:
  ///   - weights: [in, out]
  ///   - bias: [out]
  /// - Returns: [n, out] for an input of [n, in]
  public func linear(_ weights: Tensor, bias: Tensor? = nil) throws -> Tensor {
    let product = try Tensor.matrixMultiply(self, weights)
    guard let bias else { return product }
    guard bias.shape == [weights.shape[weights.rank - 1]] else {
      throw ShapeFault.mismatch("linear", weights.shape, bias.shape)
    }
    return try product + bias
  }
}
