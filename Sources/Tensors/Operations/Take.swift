extension Tensor {
  /// The places at `indices` along an axis (both counted from 0), in this order; one may come several times.
  public func take(_ indices: [Int], axis: Int = 0) throws -> Tensor {
    guard shape.indices.contains(axis) else { throw ShapeFault.axis("take", axis, of: shape) }
    for i in indices where !(0..<shape[axis] ~= i) {
      throw ShapeFault.index("take", i, axis: axis, of: shape)
    }
    var target = shape
    target[axis] = indices.count
    let outer = Shape(shape[..<axis]).elementCount
    let inner = Shape(shape[(axis + 1)...]).elementCount
    let (from, to, count) = (shape[axis] * inner, indices.count * inner, count)
    let result = Tensor.computed("take", target, from: self) { memory in
      let (x, y) = (memory.input(0), memory.output())
      for i in 0..<outer {
        for (place, index) in indices.enumerated() {
          (y + i * to + place * inner).update(from: x + i * from + index * inner, count: inner)
        }
      }
    }
    return result.recorded(from: self) { [shape] gradient in
      [
        .computed("take gradient", shape, from: gradient) { memory in
          let (g, d) = (memory.input(0), memory.output())
          d.update(repeating: 0, count: count)
          for i in 0..<outer {
            for (place, index) in indices.enumerated() {
              let (from, to) = (g + i * to + place * inner, d + i * from + index * inner)
              for k in 0..<inner { to[k] += from[k] }
            }
          }
        }
      ]
    }
  }

  /// Every place moved by `shift` along an axis; what leaves at the end comes in at the start.
  public func rolled(by shift: Int, axis: Int = 0) throws -> Tensor {
    guard shape.indices.contains(axis) else { throw ShapeFault.axis("roll", axis, of: shape) }
    let size = shape[axis]
    guard size > 0 else { return self }
    let first = ((-shift % size) + size) % size
    return try take((0..<size).map { ($0 + first) % size }, axis: axis)
  }

  /// The whole tensor several times along each axis.
  ///
  /// - Parameter times: one for each axis; missing ones at the front are 1, and more than there are axes add axes.
  public func tiled(_ times: [Int]) throws -> Tensor {
    var result = try reshaped(Shape(repeating: 1, count: Swift.max(0, times.count - rank)) + shape)
    for (axis, n) in zip(result.shape.indices.suffix(times.count), times) where n != 1 {
      let size = result.shape[axis]
      result = try result.take((0..<size * n).map { $0 % size }, axis: axis)
    }
    return result
  }

  /// Each place along an axis several times, one after the other.
  public func repeatedEach(_ times: Int, axis: Int = 0) throws -> Tensor {
    guard shape.indices.contains(axis) else { throw ShapeFault.axis("repeat_interleave", axis, of: shape) }
    return try take((0..<shape[axis] * times).map { $0 / times }, axis: axis)
  }
}
