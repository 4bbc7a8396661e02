internal import Report

extension Tensor {
  /// The only value of a tensor of one element.
  public var item: Float {
    precondition(count == 1, "item of a tensor of shape \(shape.text)")
    return values[0]
  }

  /// The values in row-major order.
  public var list: [Float] { Array(UnsafeBufferPointer(start: values, count: count)) }

  /// The values in row-major order, without a copy, while `body` runs.
  public func withUnsafeValues<Result>(_ body: (UnsafeBufferPointer<Float>) throws -> Result) rethrows
    -> Result
  {
    try withExtendedLifetime(self) { try body(UnsafeBufferPointer(start: values, count: count)) }
  }

  /// A new tensor whose values `fill` writes: the way in for decoders.
  public static func filled(
    _ shape: Shape, by fill: (UnsafeMutableBufferPointer<Float>) throws -> Void
  ) rethrows -> Tensor {
    let result = Tensor(uninitialized: shape)
    try fill(UnsafeMutableBufferPointer(start: result.values, count: result.count))
    return result
  }

  /// One value; indices count from 0.
  public func element(at index: [Int]) throws -> Float {
    guard index.count == rank else {
      throw Fault(
        .range, en: "\(index.count) indices into a tensor with \(rank) axes, \(shape.text)",
        zh: "张量有 \(rank) 个轴 \(shape.text)，却给了 \(index.count) 个下标")
    }
    var offset = 0
    for (axis, i) in index.enumerated() {
      guard 0..<shape[axis] ~= i else { throw ShapeFault.index("index", i, axis: axis, of: shape) }
      offset = offset * shape[axis] + i
    }
    return values[offset]
  }
}
