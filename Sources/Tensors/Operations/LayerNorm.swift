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
    let result = Tensor(uninitialized: shape)
    let statistics = Tensor(uninitialized: [2, rows])
    let parts = Parts(rows, grain: 64)
    let (x, w, b, y, mean) = (values, gamma.values, beta.values, result.values, statistics.values)
    parts.run { _, range in
      ck_layer_norm_forward(
        x, w, b, epsilon, y, mean, mean + rows, columns, range.lowerBound, range.upperBound)
    }
    return result.recorded(from: self, gamma, beta) { [self] gradient in
      let inner = Tensor(uninitialized: shape)
      let (dgamma, dbeta) = (Tensor(uninitialized: [columns]), Tensor(uninitialized: [columns]))
      let sums = Workspace(2 * columns, parts: parts.count).zeroed(parts: parts.count)
      let (x, w, g, d, mean) = (
        values, gamma.values, gradient.values, inner.values, statistics.values
      )
      sums.use { sum in
        parts.run { part, range in
          let own = sum + part * sums.size
          ck_layer_norm_backward(
            x, g, mean, mean + rows, w, d, own, own + columns, columns, 0, range.lowerBound,
            range.upperBound)
        }
        ck_sum_parts(sum, dgamma.values, parts.count, sums.size, 0, columns)
        ck_sum_parts(sum + columns, dbeta.values, parts.count, sums.size, 0, columns)
      }
      return [inner, dgamma, dbeta]
    }
  }
}
