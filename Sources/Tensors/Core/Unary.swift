internal import CKernels
internal import Workers

extension Tensor {
  /// An operation that the kernels know, on each value for itself, with its gradient.
  func applying(_ kind: ck_unary_kind, _ parameter: Float = 0) -> Tensor {
    let result = Tensor(uninitialized: shape)
    let (x, y) = (values, result.values)
    Workers.run(count, grain: elementGrain) { range in
      ck_unary(kind, x + range.lowerBound, parameter, y + range.lowerBound, range.count)
    }
    let saved = result.detached()
    return result.recorded(from: self) { [self] gradient in
      let inner = Tensor(uninitialized: shape)
      let (x, y, g, d) = (values, saved.values, gradient.values, inner.values)
      Workers.run(count, grain: elementGrain) { range in
        let i = range.lowerBound
        ck_unary_backward(kind, x + i, y + i, g + i, parameter, d + i, 0, range.count)
      }
      return [inner]
    }
  }
}
