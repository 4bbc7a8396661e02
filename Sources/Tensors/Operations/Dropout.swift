internal import CKernels
internal import Report
internal import Workers

extension Tensor {
  /// Zeroes each value with probability `rate` and divides the others by 1 - rate (Srivastava et al., 2014).
  /// Which ones follows from `seed` alone, whatever the number of workers.
  public func dropout(_ rate: Float, seed: UInt64) throws -> Tensor {
    guard 0 <= rate, rate < 1 else {
      throw Fault(
        .range, en: "dropout: the rate is \(Double(rate).significant()), wanted 0 up to below 1",
        zh: "dropout：比率为 \(Double(rate).significant())，应在 0 到 1 之间（不含 1）")
    }
    if rate == 0 { return self }
    return dropout(rate, seed: Tensor(seed: seed), salt: 0)
  }

  /// The same, the seed being given to each run of a program: `salt` tells the layers of one network apart.
  ///
  /// - Parameter seed: made by `Tensor(seed:)`.
  package func dropout(_ rate: Float, seed: Tensor, salt: UInt64) -> Tensor {
    dropped(rate, seed, salt).recorded(from: self) { gradient in [gradient.dropped(rate, seed, salt)] }
  }

  private func dropped(_ rate: Float, _ seed: Tensor, _ salt: UInt64) -> Tensor {
    let count = count
    return .computed("dropout", shape, from: self, seed, overwriting: 0) { memory in
      let (x, y) = (memory.input(0), memory.output())
      let own = Tensor.seed(in: memory.input(1)) &+ salt &* 0x9E37_79B9_7F4A_7C15
      Workers.run(count, grain: elementGrain) { range in
        let i = range.lowerBound
        ck_dropout(x + i, rate, own, UInt64(i), y + i, 0, range.count)
      }
    }
  }

  /// A seed's bits in two floats, so that it can be an input of a program.
  package convenience init(seed: UInt64) {
    self.init(uninitialized: [2])
    values[0] = Float(bitPattern: UInt32(truncatingIfNeeded: seed))
    values[1] = Float(bitPattern: UInt32(truncatingIfNeeded: seed >> 32))
  }

  private static func seed(in values: UnsafePointer<Float>) -> UInt64 {
    UInt64(values[0].bitPattern) | UInt64(values[1].bitPattern) << 32
  }
}
