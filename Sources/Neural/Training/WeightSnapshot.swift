internal import CKernels
internal import Tensors

/// The values of all weights at one moment, to go back to.
struct WeightSnapshot {
  private let copies: [Tensor]

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
  func average(_ weights: [Weight], keeping keep: Double) {
    let (counts, share) = (copies.map(\.count), Float(1 - keep))
    let total = counts.reduce(0, +)
    Tensor.change("average", copies, reading: weights.map(\.tensor)) { memory in
      ck_move_towards(
        memory.inputs(from: 0).constant, memory.outputs(from: 0).optional, counts, counts.count, share, 0,
        total)
    }
  }
}
