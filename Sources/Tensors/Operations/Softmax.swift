internal import CKernels

extension Tensor {
  /// Shares of 1 along the last axis: e^x divided by their sum.
  public func softmax() throws -> Tensor {
    try rowwise("softmax", forward: ck_softmax, backward: ck_softmax_backward)
  }

  /// The logarithm of `softmax()`, without its rounding.
  public func logSoftmax() throws -> Tensor {
    try rowwise("log_softmax", forward: ck_log_softmax, backward: ck_log_softmax_backward)
  }

  typealias Values = UnsafeMutablePointer<Float>

  /// A result of the same shape, made row by row of the last axis.
  private func rowwise(
    _ operation: String,
    forward: @escaping (UnsafePointer<Float>?, Values?, Int, Int, Int) -> Void,
    backward: @escaping (UnsafePointer<Float>?, UnsafePointer<Float>?, Values?, Int, Int32, Int, Int) -> Void
  ) throws -> Tensor {
    guard let columns = shape.last, columns > 0 else {
      throw ShapeFault.wanted(operation, shape, en: "at least 1 axis with values", zh: "至少一个非空的轴")
    }
    let parts = Parts(count / columns, grain: Swift.max(1, elementGrain / columns))
    let result = Tensor.computed(operation, shape, from: self, overwriting: 0) { memory in
      let (x, y) = (memory.input(0), memory.output())
      parts.run { _, rows in forward(x, y, columns, rows.lowerBound, rows.upperBound) }
    }
    let saved = result.detached()
    return result.recorded(from: self) { gradient in
      [
        .computed("\(operation) gradient", saved.shape, from: saved, gradient, overwriting: 1) { memory in
          let (y, g, d) = (memory.input(0), memory.input(1), memory.output())
          parts.run { _, rows in backward(y, g, d, columns, 0, rows.lowerBound, rows.upperBound) }
        }
      ]
    }
  }
}
