internal import Tensors

/// The values of all weights at one moment, to go back to.
struct WeightSnapshot {
  private var copies: [Tensor]

  init(_ weights: [Weight]) {
    copies = weights.map { weight in
      Tensor.filled(weight.tensor.shape) { target in
        weight.tensor.withUnsafeValues { _ = target.update(from: $0) }
      }
    }
  }

  func restore(_ weights: [Weight]) {
    for (weight, copy) in zip(weights, copies) {
      weight.tensor.values.update(from: copy.values, count: copy.count)
    }
  }

  /// The running mean: copies += (1 - keep) (weights - copies).
  mutating func average(_ weights: [Weight], keeping keep: Double) {
    for (weight, copy) in zip(weights, copies) { copy.move(towards: weight.tensor, by: 1 - keep) }
  }
}
