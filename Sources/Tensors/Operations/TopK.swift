internal import CKernels

extension Tensor {
  /// The `k` greatest values along an axis (counted from 0), or the smallest, the best first, and where each stood,
  /// counted from 0. NaN comes last, and of equal values the one that stood first.
  ///
  ///     try Tensor([3, 9, 5]).top(2, axis: 0).values.list      // [9, 5]
  ///
  /// - Throws: a shape fault for an axis of more places than float32 can count, 16,777,216.
  public func top(_ k: Int, axis: Int, largest: Bool = true) throws -> (values: Tensor, order: Tensor) {
    guard shape.indices.contains(axis) else { throw ShapeFault.axis("topk", axis, of: shape) }
    try Tensor.requireCountable("topk", shape, axis)
    guard 0...shape[axis] ~= k else {
      throw ShapeFault.wanted(
        "topk", shape, en: "at least \(k) places on axis \(axis + 1)", zh: "轴 \(axis + 1) 上至少有 \(k) 个位置")
    }
    let (values, order) = try moved(axis, to: rank - 1).topOfRows(k, largest)
    return (try values.moved(rank - 1, to: axis), try order.moved(rank - 1, to: axis))
  }

  private func topOfRows(_ k: Int, _ largest: Bool) -> (values: Tensor, order: Tensor) {
    let (rows, target) = (Rows(shape), Shape(shape.dropLast()) + [k])
    let parts = Parts(rows.count, grain: Swift.max(1, elementGrain / Swift.max(1, rows.columns)))
    // Places as the kernel gives them, two floats wide.
    let workspace = Workspace(2 * k, parts: parts)
    let outputs = Tensor.computed("topk", [target, target], from: [self], scratch: workspace.total) {
      memory in
      let (x, y, order) = (memory.input(0), memory.output(), memory.output(1))
      parts.run { part, range in
        let space = UnsafeMutableRawPointer(memory.scratch + part * workspace.size)
        let places = space.assumingMemoryBound(to: Int.self)
        for row in range {
          ck_top_k(x + row * rows.columns, y + row * k, places, rows.columns, k, largest, 0, 1)
          for i in 0..<k { order[row * k + i] = Float(places[i]) }
        }
      }
    }
    let (values, order) = (outputs[0], outputs[1])
    let recorded = values.recorded(from: self) { [shape] gradient in
      [
        .computed("topk gradient", shape, from: gradient, order) { memory in
          let (g, order, d) = (memory.input(0), memory.input(1), memory.output())
          rows.forEach { row, start in
            d.advanced(by: start).update(repeating: 0, count: rows.columns)
            for i in row * k..<(row + 1) * k { d[start + Int(order[i])] = g[i] }
          }
        }
      ]
    }
    return (recorded, order)
  }

  /// - Throws: a shape fault for an axis of more places than float32 can count.
  static func requireCountable(_ operation: String, _ shape: Shape, _ axis: Int) throws {
    guard shape[axis] <= 1 << 24 else {
      throw ShapeFault.wanted(operation, shape, en: "at most 16,777,216 places", zh: "至多 16,777,216 个位置")
    }
  }
}
