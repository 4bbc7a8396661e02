extension Tensor {
  /// The upper triangle of matrices [..., rows, columns], zeros below.
  ///
  /// - Parameter diagonal: where it begins: 0 at the main diagonal, 1 above it, -1 below it.
  public func upperTriangle(from diagonal: Int = 0) throws -> Tensor {
    try triangle("triu") { row, columns in
      let first = row.addingReportingOverflow(diagonal).partialValue
      return Swift.min(Swift.max(0, first), columns)..<columns
    }
  }

  /// The lower triangle of matrices [..., rows, columns], zeros above.
  ///
  /// - Parameter diagonal: where it ends: 0 at the main diagonal, 1 above it, -1 below it.
  public func lowerTriangle(to diagonal: Int = 0) throws -> Tensor {
    try triangle("tril") { row, columns in
      let last = row.addingReportingOverflow(diagonal).partialValue
      return 0..<Swift.min(Swift.max(0, last + 1), columns)
    }
  }

  /// - Parameter kept: the columns that stay in a row of so many columns.
  private func triangle(_ name: String, _ kept: @escaping (Int, Int) -> Range<Int>) throws -> Tensor {
    guard rank >= 2 else { throw ShapeFault.wanted(name, shape, en: "at least 2 axes", zh: "至少两个轴") }
    return triangular(name, kept).recorded(from: self) { gradient in
      [gradient.triangular("\(name) gradient", kept)]
    }
  }

  private func triangular(_ name: String, _ kept: @escaping (Int, Int) -> Range<Int>) -> Tensor {
    let (rows, height) = (Rows(shape), shape[rank - 2])
    return .computed(name, shape, from: self) { memory in
      let (x, y) = (memory.input(0), memory.output())
      rows.forEach { row, start in
        let columns = kept(row % height, rows.columns)
        (y + start).update(repeating: 0, count: rows.columns)
        (y + start + columns.lowerBound).update(from: x + start + columns.lowerBound, count: columns.count)
      }
    }
  }
}
