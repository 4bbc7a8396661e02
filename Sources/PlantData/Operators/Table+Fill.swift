internal import Report

/// What stands in for missing values.
public enum Filling: Sendable, Hashable {
  /// The last value before, at most `limit` rows on; without a limit as far as need be.
  case forward(limit: Int?)
  case constant(Cell)
  /// The mean of the column's values.
  case mean
}

extension Table {
  /// The table with missing values of these columns filled in; `by` keeps forward filling and means within
  /// rows of equal keys.
  ///
  /// - Throws: a fault when the filling does not fit a column's kind.
  public func fill(_ names: [String], with filling: Filling, by keys: [String] = []) throws -> Table {
    let index = try KeyIndex(keys.map { try column($0) }, rows: rowCount, missingCounts: true)
    var table = self
    var filled = 0
    for name in names {
      let column = try column(name)
      guard column.missing > 0 else { continue }
      let full = try column.filled(with: filling, groups: index.groups, count: index.count)
      filled += column.missing - full.missing
      table = try table.with(full)
    }
    let note = Text(en: "\(filled.grouped) values filled", zh: "补了 \(filled.grouped) 个值")
    return table.noting(filled == 0 ? [] : [note])
  }
}

extension Column {
  fileprivate func filled(with filling: Filling, groups: Buffer<Int32>, count groupCount: Int) throws
    -> Column
  {
    switch filling {
    case .forward(let limit): return forwardFilled(limit ?? .max, groups, groupCount)
    case .constant(let cell): return try filled(with: cell)
    case .mean:
      guard kind.isNumber else { throw misfit(Text(en: "the mean", zh: "均值")) }
      let means = Aggregation(groups: groups, count: groupCount).column(.mean, of: self)
      guard case .float64(let out) = asNumbers.values else { preconditionFailure("mean: no numbers") }
      let values = Buffer<Double>(out.values)
      let valid = Bitmap(count: count) { !isMissing($0) || !means.isMissing(Int(groups.start[$0])) }
      for row in 0..<count where isMissing(row) {
        if case .float64(let mean) = means[Int(groups.start[row])] { values.start[row] = mean }
      }
      return Column(name, .float64(values), validity: valid, unit: unit)
    }
  }

  private func forwardFilled(_ limit: Int, _ groups: Buffer<Int32>, _ groupCount: Int) -> Column {
    var lastRow = [Int32](repeating: -1, count: groupCount)
    var gap = [Int](repeating: 0, count: groupCount)
    let rows = Buffer<Int32>(count: count)
    for row in 0..<count {
      let group = Int(groups.start[row])
      if isMissing(row) {
        gap[group] += 1
      } else {
        lastRow[group] = Int32(row)
        gap[group] = 0
      }
      rows.start[row] = gap[group] <= limit ? lastRow[group] : -1
    }
    return taking(rows, orMissing: true)
  }

  private func filled(with cell: Cell) throws -> Column {
    let numbers = kind == .int64 && cell.kind == .float64 ? asNumbers : self
    guard cell.kind == numbers.kind || (cell.kind == .int64 && kind == .float64) else {
      throw misfit(Text(cell.plainText(in: zone)))
    }
    let builder = ColumnBuilder(name, numbers.kind, zone: zone, unit: unit, capacity: 1)
    builder.append(cell)
    let both = try Column.joining([numbers, builder.finish()])
    let rows = Buffer<Int32>(count: count)
    for row in 0..<count { rows.start[row] = Int32(isMissing(row) ? count : row) }
    return both.taking(rows)
  }

  private func misfit(_ what: Text) -> Fault {
    Fault(
      .type, en: "\(what.en) does not fit a column of \(kind.words.en)",
      zh: "\(what.zh)不适用于\(kind.words.zh)列",
      at: Place(column: name))
  }
}
