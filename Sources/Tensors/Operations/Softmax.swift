internal import Glibc
internal import Workers

extension Tensor {
  /// Shares of 1 along the last axis: e^x divided by their sum.
  public func softmax() throws -> Tensor {
    let result = try rowwise("softmax") { x, y, n in
      let top = (0..<n).reduce(-Float.infinity) { Swift.max($0, x[$1]) }
      var total: Float = 0
      for i in 0..<n {
        y[i] = expf(x[i] - top)
        total += y[i]
      }
      for i in 0..<n { y[i] /= total }
    }
    let saved = result.detached()
    return result.recorded(from: self) { gradient in
      [
        try gradient.rowwise("softmax", with: saved) { g, y, d, n in
          let mean = (0..<n).reduce(Float(0)) { $0 + g[$1] * y[$1] }
          for i in 0..<n { d[i] = y[i] * (g[i] - mean) }
        }
      ]
    }
  }

  /// The logarithm of `softmax()`, without its rounding.
  public func logSoftmax() throws -> Tensor {
    let result = try rowwise("log_softmax") { x, y, n in
      let top = (0..<n).reduce(-Float.infinity) { Swift.max($0, x[$1]) }
      let total = (0..<n).reduce(Float(0)) { $0 + expf(x[$1] - top) }
      let shift = top + logf(total)
      for i in 0..<n { y[i] = x[i] - shift }
    }
    let saved = result.detached()
    return result.recorded(from: self) { gradient in
      [
        try gradient.rowwise("log_softmax", with: saved) { g, y, d, n in
          let total = (0..<n).reduce(Float(0)) { $0 + g[$1] }
          for i in 0..<n { d[i] = g[i] - expf(y[i]) * total }
        }
      ]
    }
  }

  typealias Values = UnsafeMutablePointer<Float>

  /// A result of the same shape, made row by row of the last axis: `body(input, output, n)`.
  @inline(__always)
  func rowwise(_ operation: String, _ body: (Values, Values, Int) -> Void) throws -> Tensor {
    try rowwise(operation, with: self) { x, _, y, n in body(x, y, n) }
  }

  @inline(__always)
  func rowwise(_ operation: String, with other: Tensor, _ body: (Values, Values, Values, Int) -> Void) throws
    -> Tensor
  {
    guard let n = shape.last, n > 0 else {
      throw ShapeFault.wanted(operation, shape, en: "at least 1 axis with values", zh: "至少一个非空的轴")
    }
    let result = Tensor(uninitialized: shape)
    let (x, z, y) = (values, other.values, result.values)
    Workers.run(count / n, grain: Swift.max(1, elementGrain / n)) { rows in
      for row in rows { body(x + row * n, z + row * n, y + row * n, n) }
    }
    return result
  }
}
