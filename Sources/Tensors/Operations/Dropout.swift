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
    return dropped(rate, seed).recorded(from: self) { gradient in [gradient.dropped(rate, seed)] }
  }

  private func dropped(_ rate: Float, _ seed: UInt64) -> Tensor {
    let result = Tensor(uninitialized: shape)
    let (x, y) = (values, result.values)
    Workers.run(count, grain: elementGrain) { range in
      let i = range.lowerBound
      ck_dropout(x + i, rate, seed, UInt64(i), y + i, 0, range.count)
    }
    return result
  }
}
