internal import CKernels
internal import Glibc
internal import Randomness
internal import Tensors
internal import Workers

/// Samples of a batch mixed in pairs, their targets in the same shares (Zhang et al., 2018): each sample draws from a
/// generator of its own its share and which sample of the batch it is mixed with.
struct Mixture {
  private let shares: [Float]
  private let partners: [Int]

  /// - Parameter strength: both parameters of the beta distribution.
  init(_ strength: Double, samples: [Int], seed: UInt64) {
    var (shares, partners): ([Float], [Int]) = ([], [])
    for sample in samples {
      var generator = SeededGenerator(seed: seed, for: "mixup", sample)
      shares.append(Float(generator.beta(strength)))
      partners.append(generator.below(samples.count))
    }
    (self.shares, self.partners) = (shares, partners)
  }

  /// Rows of [n, ...], each mixed with its partner.
  func applied(to tensor: Tensor) -> Tensor {
    let mixed = Tensor(uninitialized: tensor.shape)
    let size = tensor.count / max(1, shares.count)
    let (x, y) = (tensor.values, mixed.values)
    withExtendedLifetime(tensor) {
      Workers.run(shares.count, grain: max(1, (1 << 14) / max(1, size))) { range in
        for i in range { ck_mix(x + i * size, x + partners[i] * size, shares[i], y + i * size, size) }
      }
    }
    return mixed
  }

  func applied(to target: Target, classes: Int) -> Target {
    switch target {
    case .values(let values): return .values(applied(to: values))
    case .shares(let given): return .shares(applied(to: given))
    case .classes(let labels):
      let rows = Tensor.zeros([labels.count, classes])
      for (row, label) in labels.enumerated() { rows.values[row * classes + label] = 1 }
      return .shares(applied(to: rows))
    }
  }
}

extension SeededGenerator {
  /// A number in 0 ... 1 of the beta distribution whose parameters are both `strength`, 1 at most (Jöhnk, 1964).
  fileprivate mutating func beta(_ strength: Double) -> Double {
    while true {
      let (a, b) = (pow(uniform(), 1 / strength), pow(uniform(), 1 / strength))
      if a + b > 0, a + b <= 1 { return a / (a + b) }
    }
  }
}
