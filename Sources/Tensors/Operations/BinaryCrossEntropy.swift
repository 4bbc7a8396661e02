internal import Glibc

extension Tensor {
  /// The mean of -t log σ(x) - (1 - t) log(1 - σ(x)), from logits x and targets t in 0 .. 1, in the form that
  /// does not overflow.
  public func binaryCrossEntropy(_ wanted: Tensor) throws -> Tensor {
    try pointwiseLoss(
      "bce", wanted,
      { Swift.max($0, 0) - $0 * $1 + log1pf(expf(-Swift.abs($0))) },
      slope: { 1 / (1 + expf(-$0)) - $1 })
  }
}
