internal import Glibc
internal import Workers

extension Tensor {
  /// One less the overlap of what was found with what is there (Milletari et al., 2016), for masks in which few
  /// places are marked: the mean over the samples of 1 - (2 Σ p t + 1) / (Σ p² + Σ t² + 1), p = σ(x). This tensor
  /// holds the logits, [n, …].
  ///
  /// - Parameter wanted: 1 where the mask is, 0 elsewhere, of the same shape.
  public func diceLoss(_ wanted: Tensor) throws -> Tensor {
    guard shape == wanted.shape, rank >= 1 else { throw ShapeFault.mismatch("dice", shape, wanted.shape) }
    let (shape, samples) = (shape, shape[0])
    let size = count / Swift.max(1, samples)
    // The loss, then numerator and denominator for each sample.
    let outputs = Tensor.computed("dice", [[], [samples, 2]], from: [self, wanted]) { memory in
      let (x, t, overlaps) = (memory.input(0), memory.input(1), memory.output(1))
      Workers.run(samples) { range in
        for sample in range {
          var (both, all) = (1.0, 1.0)
          for i in sample * size..<(sample + 1) * size {
            let (p, t) = (Double(logistic(x[i])), Double(t[i]))
            both += 2 * p * t
            all += p * p + t * t
          }
          (overlaps[2 * sample], overlaps[2 * sample + 1]) = (Float(both), Float(all))
        }
      }
      var total = 0.0
      for i in 0..<samples { total += 1 - Double(overlaps[2 * i]) / Double(overlaps[2 * i + 1]) }
      memory.output()[0] = Float(total / Double(Swift.max(1, samples)))
    }
    return outputs[0].recorded(from: self) { [self, overlaps = outputs[1]] gradient in
      [
        .computed("dice gradient", shape, from: self, wanted, overlaps, gradient) { memory in
          let (x, t, overlaps, d) = (memory.input(0), memory.input(1), memory.input(2), memory.output())
          let factor = memory.input(3)[0] / Float(Swift.max(1, samples))
          Workers.run(samples) { range in
            for sample in range {
              let (both, all) = (overlaps[2 * sample], overlaps[2 * sample + 1])
              for i in sample * size..<(sample + 1) * size {
                let p = logistic(x[i])
                d[i] = factor * 2 * (both * p / all - t[i]) / all * p * (1 - p)
              }
            }
          }
        }
      ]
    }
  }
}

private func logistic(_ x: Float) -> Float { 1 / (1 + expf(-x)) }
