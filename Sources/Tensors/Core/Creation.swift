internal import Report

extension Tensor {
  /// A tensor of equal values.
  public static func full(_ shape: Shape, _ value: Float) -> Tensor {
    let result = Tensor(uninitialized: shape)
    result.values.update(repeating: value, count: result.count)
    return result
  }

  public static func zeros(_ shape: Shape) -> Tensor { full(shape, 0) }

  public static func ones(_ shape: Shape) -> Tensor { full(shape, 1) }

  /// A single number, of shape `[]`.
  public convenience init(_ value: Float) {
    self.init(uninitialized: [])
    values[0] = value
  }

  /// A vector, [n].
  public convenience init(_ list: [Float]) {
    self.init(uninitialized: [list.count])
    list.withUnsafeBufferPointer { source in
      if let base = source.baseAddress { values.update(from: base, count: list.count) }
    }
  }

  /// A matrix, [rows, columns].
  public convenience init(_ rows: [[Float]]) throws {
    for (i, row) in rows.enumerated() where row.count != rows[0].count {
      throw Fault(
        .shape, en: "row \(i + 1) has \(row.count) numbers, row 1 has \(rows[0].count)",
        zh: "第 \(i + 1) 行有 \(row.count) 个数，第 1 行有 \(rows[0].count) 个")
    }
    try self.init([rows.count, rows.first?.count ?? 0], rows.flatMap { $0 })
  }

  /// A tensor of this shape from its values in row-major order.
  public convenience init(_ shape: Shape, _ list: [Float]) throws {
    guard shape.allSatisfy({ $0 >= 0 }), shape.elementCount == list.count else {
      throw Fault(
        .shape, en: "\(list.count) numbers do not fill the shape \(shape.text)",
        zh: "\(list.count) 个数填不满形状 \(shape.text)")
    }
    self.init(uninitialized: shape)
    list.withUnsafeBufferPointer { source in
      if let base = source.baseAddress { values.update(from: base, count: list.count) }
    }
  }

  /// Numbers from `first` on, `step` apart, up to and including `last`: `arange(1, 2, by: 0.5)` is 1, 1.5, 2.
  public static func arange(_ first: Double, _ last: Double, by step: Double = 1) throws -> Tensor {
    for (name, value) in [("first", first), ("last", last)] where !value.isFinite {
      throw Fault(
        .range, en: "arange: \(name) is \(value.significant()), wanted a finite number",
        zh: "arange：\(name) 为 \(value.significant())，应为有限数", try: "tensor.arange(1, 10)")
    }
    guard step != 0, step.isFinite else {
      throw Fault(
        .range, en: "arange: the step is \(step.significant()), wanted a number other than 0",
        zh: "arange：步长为 \(step.significant())，应为非零数", try: "tensor.arange(1, 10, 0.5)")
    }
    let steps = ((last - first) / step + 1e-9).rounded(.down)
    guard steps < 1e9 else {
      throw Fault(
        .limit, en: "arange: more than 1,000,000,000 numbers", zh: "arange：超过 1,000,000,000 个数")
    }
    let count = Swift.max(0, Int(steps) + 1)
    return Tensor((0..<count).map { Float(first + Double($0) * step) })
  }

  /// Row i has a 1 in column i, [n, n].
  public static func identity(_ n: Int) -> Tensor {
    let result = zeros([n, n])
    for i in 0..<n { result.values[i * n + i] = 1 }
    return result
  }
}
