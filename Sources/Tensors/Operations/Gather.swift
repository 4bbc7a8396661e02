extension Tensor {
  /// The rows at `indices` along the first axis, counted from 0, in this order; a row may come twice.
  public func rows(_ indices: [Int]) throws -> Tensor {
    guard rank > 0 else { throw ShapeFault.wanted("gather", shape, en: "at least 1 axis", zh: "至少一个轴") }
    for i in indices where !(0..<shape[0] ~= i) {
      throw ShapeFault.index("gather", i, axis: 0, of: shape)
    }
    let width = Shape(shape.dropFirst()).elementCount
    let result = Tensor(uninitialized: [indices.count] + shape.dropFirst())
    for (to, from) in indices.enumerated() {
      (result.values + to * width).update(from: values + from * width, count: width)
    }
    return result.recorded(from: self) { [shape] gradient in
      let back = Tensor.zeros(shape)
      for (from, to) in indices.enumerated() {
        let (row, more) = (back.values + to * width, gradient.values + from * width)
        for i in 0..<width { row[i] += more[i] }
      }
      return [back]
    }
  }
}
