internal import CKernels

extension Tensor {
  /// Group normalisation (Wu and He, 2018): the channels are cut into groups, and each group of each sample is
  /// brought to mean 0 and variance 1, then scaled and shifted channel by channel.
  ///
  /// - Parameters:
  ///   - gamma: [channels]
  ///   - beta: [channels]
  ///   - groups: a divisor of the channels; 1 is layer normalisation over a whole sample, as many as channels
  ///     instance normalisation.
  /// - Returns: the shape of the tensor, [batch, …, channels].
  public func groupNorm(_ gamma: Tensor, _ beta: Tensor, groups: Int, epsilon: Float = 1e-5) throws -> Tensor
  {
    guard let channels = shape.last, rank >= 2, count > 0, groups > 0, channels % groups == 0 else {
      throw ShapeFault.wanted(
        "group_norm", shape, en: "[batch, …, channels], the channels in \(groups) equal groups",
        zh: "[批, …, 通道]，且通道可分为 \(groups) 组")
    }
    for part in [gamma, beta] where part.shape != [channels] {
      throw ShapeFault.mismatch("group_norm", shape, part.shape)
    }
    let (shape, samples, pixels) = (shape, shape[0], count / (shape[0] * channels))
    let (parts, kept) = (Parts(samples), samples * groups)
    let outputs = Tensor.computed("group_norm", [shape, [2, kept]], from: [self, gamma, beta]) { memory in
      let (x, w, b) = (memory.input(0), memory.input(1), memory.input(2))
      let (y, mean) = (memory.output(), memory.output(1))
      parts.run { _, range in
        ck_group_norm_forward(
          x, w, b, epsilon, y, mean, mean + kept, pixels, channels, groups, range.lowerBound,
          range.upperBound)
      }
    }
    let sums = Workspace(2 * channels, parts: parts)
    return outputs[0].recorded(from: self, gamma, beta) { [self, statistics = outputs[1]] gradient in
      Tensor.computed(
        "group_norm gradient", [shape, [channels], [channels]], from: [self, gamma, statistics, gradient],
        scratch: sums.total, accumulating: true
      ) { memory in
        let (x, w, mean, g) = (memory.input(0), memory.input(1), memory.input(2), memory.input(3))
        let (d, sum) = (memory.output(), memory.scratch)
        sum.update(repeating: 0, count: sums.total)
        parts.run { part, range in
          let own = sum + part * sums.size
          ck_group_norm_backward(
            x, g, mean, mean + kept, w, d, own, own + channels, pixels, channels, groups, memory.flags,
            range.lowerBound, range.upperBound)
        }
        ck_sum_parts(sum, memory.output(1), parts.count, sums.size, 0, channels)
        ck_sum_parts(sum + channels, memory.output(2), parts.count, sums.size, 0, channels)
      }
    }
  }
}
