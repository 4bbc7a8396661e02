internal import CKernels

extension Tensor {
  /// The rows at `indices` along the first axis, counted from 0, in this order; a row may come twice.
  public func rows(_ indices: [Int]) throws -> Tensor {
    guard rank > 0 else { throw ShapeFault.wanted("gather", shape, en: "at least 1 axis", zh: "至少一个轴") }
    for i in indices where !(0..<shape[0] ~= i) {
      throw ShapeFault.index("gather", i, axis: 0, of: shape)
    }
    let width = Shape(shape.dropFirst()).elementCount
    let result = Tensor.computed("gather", [indices.count] + shape.dropFirst(), from: self) { memory in
      ck_gather_rows(memory.input(0), indices, memory.output(), width, 0, indices.count)
    }
    return result.recorded(from: self) { [shape] gradient in
      [
        .computed("gather gradient", shape, from: gradient) { memory in
          let (g, d) = (memory.input(0), memory.output())
          d.update(repeating: 0, count: shape.elementCount)
          ck_scatter_add_rows(g, indices, d, width, 0, indices.count)
        }
      ]
    }
  }
}
