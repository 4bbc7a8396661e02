internal import Report
internal import Workers

/// Which sample an as-of join takes.
public enum AsOfDirection: String, Sendable, CaseIterable {
  /// The last one at or before the moment.
  case backward
  /// The first one at or after the moment.
  case forward
  /// The one nearest in time; of two equally near, the earlier.
  case nearest
}

extension Table {
  /// For each row of this table, the sample of another whose time fits best: `units` with the speed as it was
  /// when each was rolled.
  ///
  ///     try units.joinAsOf(scada, on: JoinKey("rolled_at", "time"), by: [JoinKey("station")], within: 2)
  ///
  /// All rows stay; where no sample lies within reach, the other table's columns are missing and the notes
  /// count such rows. Rows of the other table without time or key are passed over; its order does not matter.
  ///
  /// - Parameter within: the largest distance in seconds; nil for any.
  /// - Throws: a fault for a column that is not there, is no time, or has no zone while the other has one.
  public func joinAsOf(
    _ other: Table, on time: JoinKey, by keys: [JoinKey] = [], within: Double? = nil,
    direction: AsOfDirection = .backward
  ) throws -> Table {
    try joinedAsOf(other, on: time, by: keys, within: within, direction: direction).table
  }

  public func joinedAsOf(
    _ other: Table, on time: JoinKey, by keys: [JoinKey] = [], within: Double? = nil,
    direction: AsOfDirection = .backward
  ) throws -> (table: Table, report: JoinReport) {
    let moments = try column(time.left), clock = try other.column(time.right)
    try moments.wantLikeZone(clock)
    guard case .timestamp(let wanted, _) = moments.values else {
      throw Fault(
        .type, en: "a column of times is wanted, '\(time.left)' is \(moments.kind.words.en)",
        zh: "需要时间列，而“\(time.left)”是\(moments.kind.words.zh)")
    }
    let (left, right) = try alignedKeys(other, keys)
    let series = try TimeSeries(other, time: clock, keys: right, missingKeyCounts: false)
    let groups = try series.index.find(left, rows: rowCount)
    let found = Buffer<Int32>(repeating: -1, count: rowCount)
    let reach = within.map(Time.microseconds) ?? .max
    let search = AsOfSearch(series: series, reach: reach, direction: direction)
    Workers.run(rowCount, grain: 1 << 14) { range in
      // Rows near each other mostly want moments near each other: each search begins where its group's last ended.
      let near = Buffer<Int>(series.starts.values)
      for row in range where groups.start[row] >= 0 && !moments.isMissing(row) {
        let group = Int(groups.start[row])
        found.start[row] = search.row(at: wanted.start[row], in: group, near: &near.start[group])
      }
    }
    try Interruption.check()
    let matched = found.values.reduce(0) { $0 + ($1 >= 0 ? 1 : 0) }
    let report = JoinReport(matched: matched, unmatched: rowCount - matched, unused: 0, multiplied: 0)
    let dropped = Set(keys.map(\.right) + (time.left == time.right ? [time.right] : []))
    let added = other.columns.filter { !dropped.contains($0.name) }
    let table = try adding(added.map { $0.taking(found, orMissing: true) })
    return (table.noting(report.asOfNotes(within: within)), report)
  }
}

private struct AsOfSearch: Sendable {
  var series: TimeSeries
  var reach: Int64
  var direction: AsOfDirection

  /// The other table's row for this moment, or -1.
  ///
  /// - Parameter near: where the search begins, and then where it ended.
  @inline(__always)
  func row(at moment: Int64, in group: Int, near: inout Int) -> Int32 {
    let low = series.starts.start[group], high = series.starts.start[group + 1]
    var after = series.firstAfter(moment, in: group, near: near)
    near = after
    let before = after - 1
    // The last sample at the very moment is also the first one at or after it.
    if before >= low, series.times.start[before] == moment { after = before }
    let back = before >= low ? moment &- series.times.start[before] : .max
    let ahead = after < high ? series.times.start[after] &- moment : .max
    switch direction {
    case .backward: return before >= low && back <= reach ? series.rows.start[before] : -1
    case .forward: return after < high && ahead <= reach ? series.rows.start[after] : -1
    case .nearest:
      guard min(back, ahead) <= reach, before >= low || after < high else { return -1 }
      return series.rows.start[back <= ahead && before >= low ? before : after]
    }
  }
}

extension JoinReport {
  fileprivate func asOfNotes(within: Double?) -> [Text] {
    guard unmatched > 0 else { return [] }
    let reach = within.map { Text(en: " within \($0.significant()) s", zh: "（\($0.significant()) 秒内）") }
    return [
      Text(en: "\(unmatched.grouped) rows without a sample", zh: "\(unmatched.grouped) 行没有采样")
        + (reach ?? Text(""))
    ]
  }
}
