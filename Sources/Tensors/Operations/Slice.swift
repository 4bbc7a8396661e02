extension Tensor {
  /// A run of indices along one axis, both counted from 0.
  public func slice(_ range: Range<Int>, axis: Int = 0) throws -> Tensor {
    guard shape.indices.contains(axis) else { throw ShapeFault.axis("slice", axis, of: shape) }
    guard range.lowerBound >= 0 else {
      throw ShapeFault.index("slice", range.lowerBound, axis: axis, of: shape)
    }
    guard range.upperBound <= shape[axis] else {
      throw ShapeFault.index("slice", range.upperBound - 1, axis: axis, of: shape)
    }
    var target = shape
    target[axis] = range.count
    let outer = Shape(shape[..<axis]).elementCount
    let inner = Shape(shape[(axis + 1)...]).elementCount
    let (from, to, skipped) = (shape[axis] * inner, range.count * inner, range.lowerBound * inner)
    let result = Tensor.computed("slice", target, from: self) { memory in
      let (x, y) = (memory.input(0) + skipped, memory.output())
      for i in 0..<outer { (y + i * to).update(from: x + i * from, count: to) }
    }
    return result.recorded(from: self) { [shape] gradient in
      [
        .computed("slice gradient", shape, from: gradient) { memory in
          let (g, d) = (memory.input(0), memory.output())
          for i in 0..<outer {
            let row = d + i * from
            row.update(repeating: 0, count: skipped)
            (row + skipped).update(from: g + i * to, count: to)
            (row + skipped + to).update(repeating: 0, count: from - skipped - to)
          }
        }
      ]
    }
  }
}
