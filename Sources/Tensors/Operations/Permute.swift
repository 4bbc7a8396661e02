internal import Report

extension Tensor {
  /// The axes in another order: `order[i]` is the axis that comes to place i (counted from 0).
  public func permuted(_ order: [Int]) throws -> Tensor {
    guard order.sorted() == Array(shape.indices) else {
      throw Fault(
        .range,
        en: "permute: the order \(order.map { $0 + 1 }.text) does not name each axis of \(shape.text)",
        zh: "permute：顺序 \(order.map { $0 + 1 }.text) 没有恰好列出 \(shape.text) 的每个轴")
    }
    let target = order.map { shape[$0] }
    let own = shape.strides
    let strides = order.map { own[$0] }
    let result = walked("permute", target, strides: strides)
    return result.recorded(from: self) { gradient in
      var back = order
      for (place, axis) in order.enumerated() { back[axis] = place }
      return [try gradient.permuted(back)]
    }
  }

  /// One axis at another place (both counted from 0), the others in their order.
  func moved(_ axis: Int, to place: Int) throws -> Tensor {
    guard axis != place else { return self }
    var order = Array(shape.indices)
    order.insert(order.remove(at: axis), at: place)
    return try permuted(order)
  }

  /// The last two axes exchanged: the transpose of a matrix.
  public func transposed() throws -> Tensor {
    guard rank >= 2 else {
      throw ShapeFault.wanted("transpose", shape, en: "at least 2 axes", zh: "至少两个轴")
    }
    var order = Array(shape.indices)
    order.swapAt(rank - 1, rank - 2)
    return try permuted(order)
  }
}
