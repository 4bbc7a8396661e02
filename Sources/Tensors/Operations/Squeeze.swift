internal import Report

extension Tensor {
  /// The same values without axes of size 1.
  ///
  /// - Parameter axis: only this one, counted from 0; all when nil.
  public func squeezed(_ axis: Int? = nil) throws -> Tensor {
    guard let axis else { return try reshaped(shape.filter { $0 != 1 }) }
    guard shape.indices.contains(axis) else { throw ShapeFault.axis("squeeze", axis, of: shape) }
    guard shape[axis] == 1 else {
      throw Fault(
        .shape, en: "squeeze: axis \(axis + 1) of \(shape.text) is of size \(shape[axis]), wanted 1",
        zh: "squeeze：\(shape.text) 的轴 \(axis + 1) 大小为 \(shape[axis])，应为 1")
    }
    var target = shape
    target.remove(at: axis)
    return try reshaped(target)
  }

  /// The same values with an axis of size 1 that comes to place `axis`, counted from 0.
  public func unsqueezed(_ axis: Int) throws -> Tensor {
    guard 0...rank ~= axis else {
      throw Fault(
        .range, en: "unsqueeze: the new axis is \(axis + 1), wanted 1 .. \(rank + 1) for \(shape.text)",
        zh: "unsqueeze：新轴为 \(axis + 1)，对 \(shape.text) 应为 1 .. \(rank + 1)")
    }
    var target = shape
    target.insert(1, at: axis)
    return try reshaped(target)
  }

  /// Pieces along an axis (counted from 0), of these sizes, which must add up to the axis' size.
  public func split(_ sizes: [Int], axis: Int = 0) throws -> [Tensor] {
    guard shape.indices.contains(axis) else { throw ShapeFault.axis("split", axis, of: shape) }
    guard sizes.allSatisfy({ 0...shape[axis] ~= $0 }), sizes.reduce(0, +) == shape[axis] else {
      throw Fault(
        .shape,
        en:
          "split: the sizes \(sizes.text) do not add up to axis \(axis + 1) of \(shape.text), \(shape[axis])",
        zh: "split：各段 \(sizes.text) 之和不等于 \(shape.text) 的轴 \(axis + 1) 的大小 \(shape[axis])")
    }
    var start = 0
    return try sizes.map { size in
      defer { start += size }
      return try slice(start..<start + size, axis: axis)
    }
  }
}
