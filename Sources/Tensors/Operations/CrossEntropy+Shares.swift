extension Tensor {
  /// The mean of -sum(shares * log softmax(logits)) over a batch, for samples that belong to several classes in part:
  /// this tensor holds the logits, [n, classes]. Shares of 0 and 1 give what `crossEntropy` of the labels gives.
  ///
  /// - Parameters:
  ///   - shares: [n, classes], those of a row adding up to 1; no gradient flows into them
  ///   - weights: how much each class counts; the mean is then weighted.
  ///   - smoothing: that part of each share is spread over all classes (Szegedy et al., 2016).
  public func crossEntropy(shares: Tensor, weights: [Float]? = nil, smoothing: Float = 0) throws -> Tensor {
    guard rank == 2, shape == shares.shape, shape[1] > 0 else {
      throw ShapeFault.mismatch("cross_entropy", shape, shares.shape)
    }
    if let weights, weights.count != shape[1] {
      throw ShapeFault.mismatch("cross_entropy", shape, [weights.count])
    }
    let factors = weights.map { Tensor($0) }
    let (wanted, total) = try withoutGradient { () throws -> (Tensor, Tensor) in
      let even = Tensor(smoothing / Float(shape[1]))
      let smoothed = smoothing > 0 ? try shares.scaled(by: 1 - smoothing) + even : shares
      guard let factors else { return (smoothed, try shares.sum()) }
      return (try smoothed * factors, try (shares * factors).sum())
    }
    return try -((logSoftmax() * wanted).sum() / total)
  }
}
