internal import CKernels

extension Tensor {
  /// Layer normalisation over the last axis (Ba, Kiros and Hinton, 2016).
  ///
  /// - Parameters:
  ///   - gamma: [columns]
  ///   - beta: [columns]
  public func layerNorm(_ gamma: Tensor, _ beta: Tensor, epsilon: Float = 1e-5) throws -> Tensor {
    guard let columns = shape.last, columns > 0 else {
      throw ShapeFault.wanted("layer_norm", shape, en: "at least 1 axis with values", zh: "至少一个非空的轴")
    }
    for part in [gamma, beta] where part.shape != [columns] {
      throw ShapeFault.mismatch("layer_norm", shape, part.shape)
    }
    let rows = count / columns
    let (shape, parts) = (shape, Parts(rows, grain: Swift.max(1, elementGrain / columns)))
    let outputs = Tensor.computed("layer_norm", [shape, [2, rows]], from: [self, gamma, beta]) { memory in
      let (x, w, b) = (memory.input(0), memory.input(1), memory.input(2))
      let (y, mean) = (memory.output(), memory.output(1))
      parts.run { _, range in
        ck_layer_norm_forward(
          x, w, b, epsilon, y, mean, mean + rows, columns, range.lowerBound, range.upperBound)
      }
    }
    let sums = Workspace(2 * columns, parts: parts)
    return outputs[0].recorded(from: self, gamma, beta) { [self, statistics = outputs[1]] gradient in
      Tensor.computed(
        "layer_norm gradient", [shape, [columns], [columns]], from: [self, gamma, statistics, gradient],
        scratch: sums.total, accumulating: true
      ) { memory in
        let (x, w, mean, g) = (memory.input(0), memory.input(1), memory.input(2), memory.input(3))
        let (d, sum) = (memory.output(), memory.scratch)
        sum.update(repeating: 0, count: sums.total)
        parts.run { part, range in
          let own = sum + part * sums.size
          ck_layer_norm_backward(
            x, g, mean, mean + rows, w, d, own, own + columns, columns, memory.flags, range.lowerBound,
            range.upperBound)
        }
        ck_sum_parts(sum, memory.output(1), parts.count, sums.size, 0, columns)
        ck_sum_parts(sum + columns, memory.output(2), parts.count, sums.size, 0, columns)
      }
    }
  }
}
