internal import Glibc

extension Tensor {
  /// The mean of -t log σ(x) - (1 - t) log(1 - σ(x)), from logits x and targets t in 0 .. 1, in the form that
  /// does not overflow.
  public func binaryCrossEntropy(_ wanted: Tensor) throws -> Tensor {
    try mean(LogisticLoss(), "bce", wanted)
  }
}

private struct LogisticLoss: Pointwise {
  func value(_ seen: Float, _ wanted: Float) -> Float {
    max(seen, 0) - seen * wanted + log1pf(expf(-abs(seen)))
  }

  func slope(_ seen: Float, _ wanted: Float) -> Float { 1 / (1 + expf(-seen)) - wanted }
}
