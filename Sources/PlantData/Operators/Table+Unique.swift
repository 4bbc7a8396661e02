internal import Report

extension Table {
  /// Which of several rows with the same key stays.
  public enum Keep: String, Sendable, CaseIterable { case first, last }

  /// One row for each combination of the keys' values; all columns are the key when none is named. The notes
  /// say how many rows were dropped.
  public func dedupe(by keys: [String] = [], keep: Keep = .first) throws -> Table {
    let kept = KeptRows(try distinctRows(by: keys, keep: keep))
    let dropped = rowCount - kept.count
    let note = Text(en: "\(dropped.grouped) duplicates dropped", zh: "去掉 \(dropped.grouped) 行重复")
    return keeping(kept).noting(dropped == 0 ? [] : [note])
  }

  /// The rows that `dedupe` keeps.
  package func distinctRows(by keys: [String], keep: Keep) throws -> Bitmap {
    let names = keys.isEmpty ? columnNames : keys
    let distinct = try DistinctRows(names.map { try column($0) }, rows: rowCount)
    return Bitmap(flags: try distinct.flags(keepingLast: keep == .last))
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
