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
    let result = Tensor(uninitialized: target)
    let outer = Shape(shape[..<axis]).elementCount
    let inner = Shape(shape[(axis + 1)...]).elementCount
    let (from, to, run) = (shape[axis] * inner, range.count * inner, range.count * inner)
    let skipped = range.lowerBound * inner
    for i in 0..<outer { (result.values + i * to).update(from: values + i * from + skipped, count: run) }
    return result.recorded(from: self) { [shape] gradient in
      let back = Tensor.zeros(shape)
      for i in 0..<outer {
        (back.values + i * from + skipped).update(from: gradient.values + i * to, count: run)
      }
      return [back]
    }
  }
}
