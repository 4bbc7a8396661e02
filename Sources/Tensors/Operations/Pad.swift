internal import Report

extension Tensor {
  /// The tensor with a border of equal values: for each axis, how many before and after.
  public func padded(_ borders: [(before: Int, after: Int)], with value: Float = 0) throws -> Tensor {
    guard borders.count == rank, borders.allSatisfy({ $0.before >= 0 && $0.after >= 0 }) else {
      throw Fault(
        .range, en: "pad: borders for \(borders.count) axes, wanted \(rank) pairs of at least 0",
        zh: "pad：给出 \(borders.count) 个轴的边距，应为 \(rank) 对非负数")
    }
    var result = self
    for (axis, border) in borders.enumerated() where border != (0, 0) {
      func edge(_ size: Int) -> Tensor {
        var shape = result.shape
        shape[axis] = size
        return .full(shape, value)
      }
      result = try .concatenated([edge(border.before), result, edge(border.after)], axis: axis)
    }
    return result
  }
}
