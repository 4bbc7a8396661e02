internal import Report

extension Table {
  /// Which of several rows with the same key stays.
  public enum Keep: String, Sendable, CaseIterable { case first, last }

  /// One row for each combination of the keys' values; all columns are the key when none is named. The notes
  /// say how many rows were dropped.
  public func dedupe(by keys: [String] = [], keep: Keep = .first) throws -> Table {
    let kept = try dedupedRows(by: keys, keep: keep)
    let dropped = rowCount - kept.count
    let note = Text(en: "\(dropped.grouped) duplicates dropped", zh: "去掉 \(dropped.grouped) 行重复")
    return taking(kept).noting(dropped == 0 ? [] : [note])
  }

  /// The rows that `dedupe` keeps, in the table's order.
  package func dedupedRows(by keys: [String], keep: Keep) throws -> Buffer<Int32> {
    let names = keys.isEmpty ? columnNames : keys
    let index = try KeyIndex(names.map { try column($0) }, rows: rowCount, missingCounts: true)
    if keep == .first { return index.firstRows() }
    let last = Buffer<Int32>(repeating: -1, count: index.count)
    for row in 0..<rowCount { last.start[Int(index.groups.start[row])] = Int32(row) }
    return Buffer(last.values.sorted())
  }

  /// How often each value of a column occurs, the most frequent first: columns `name` and `count`.
  public func valueCounts(_ name: String) throws -> Table {
    let column = try column(name)
    let index = try KeyIndex([column], rows: rowCount, missingCounts: true)
    var counts = [Int](repeating: 0, count: index.count)
    for group in index.groups.values { counts[Int(group)] += 1 }
    let order = counts.indices.sorted { (counts[$1], $0) < (counts[$0], $1) }
    let first = index.firstRows()
    let values = column.taking(Buffer(order.map { first.start[$0] }))
    let title = name == "count" ? "rows" : "count"
    return try Table([values, Column(title, .int64(Buffer(order.map { Int64(counts[$0]) })))])
  }
}
