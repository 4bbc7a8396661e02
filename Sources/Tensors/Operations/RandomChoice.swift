public import Randomness
internal import Report

extension Tensor {
  /// Whole numbers equally likely in `range`.
  public static func integers(
    _ shape: Shape, in range: ClosedRange<Int>, using generator: inout SeededGenerator
  ) -> Tensor {
    let width = range.upperBound - range.lowerBound + 1
    return .filled(shape) { values in
      for i in values.indices { values[i] = Float(range.lowerBound + generator.below(width)) }
    }
  }

  /// Some places along an axis, chosen at random in random order.
  ///
  /// - Parameter replacing: whether one may be chosen again.
  public func chosen(
    _ number: Int, axis: Int = 0, replacing: Bool, using generator: inout SeededGenerator
  ) throws -> Tensor {
    guard shape.indices.contains(axis) else { throw ShapeFault.axis("choice", axis, of: shape) }
    let size = shape[axis]
    guard size > 0, replacing || number <= size else {
      throw Fault(
        .range,
        en: "choice: \(number) of the \(size) on axis \(axis + 1) of \(shape.text), wanted at most \(size)",
        zh: "choice：\(shape.text) 的轴 \(axis + 1) 只有 \(size) 个，无法不重复地取 \(number) 个",
        try: "t:choice(\(number), { replace = true })")
    }
    let places =
      replacing
      ? (0..<number).map { _ in generator.below(size) } : Array(generator.permutation(size).prefix(number))
    return try take(places, axis: axis)
  }
}
