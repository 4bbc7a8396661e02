internal import Workers

/// Elements that one worker takes at least, so that starting it pays.
let elementGrain = 16_384

extension Tensor {
  /// `f` of every value.
  @inline(__always)
  func mapped(_ f: (Float) -> Float) -> Tensor {
    let result = Tensor(uninitialized: shape)
    let (x, y) = (values, result.values)
    Workers.run(count, grain: elementGrain) { range in
      for i in range { y[i] = f(x[i]) }
    }
    return result
  }

  /// `f` of the values of two tensors of one shape.
  @inline(__always)
  func combined(with other: Tensor, _ f: (Float, Float) -> Float) -> Tensor {
    precondition(shape == other.shape, "combined \(shape.text) with \(other.shape.text)")
    let result = Tensor(uninitialized: shape)
    let (a, b, y) = (values, other.values, result.values)
    Workers.run(count, grain: elementGrain) { range in
      for i in range { y[i] = f(a[i], b[i]) }
    }
    return result
  }

  /// Adds in place; only for a tensor that nobody else holds.
  func add(_ other: Tensor) {
    let (a, b) = (values, other.values)
    Workers.run(count, grain: elementGrain) { range in
      for i in range { a[i] += b[i] }
    }
  }

  /// An operation on each value for itself: `derivative(x, y)` is dy/dx where y is the result for x.
  @inline(__always)
  func elementwise(
    _ f: (Float) -> Float, derivative: @escaping (_ x: Float, _ y: Float) -> Float
  ) -> Tensor {
    let result = mapped(f)
    let saved = result.detached()
    return result.recorded(from: self) { [self] gradient in
      let inner = Tensor(uninitialized: shape)
      let (x, y, g, d) = (values, saved.values, gradient.values, inner.values)
      Workers.run(count, grain: elementGrain) { range in
        for i in range { d[i] = g[i] * derivative(x[i], y[i]) }
      }
      return [inner]
    }
  }
}
