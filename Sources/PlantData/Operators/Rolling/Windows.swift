internal import Report
internal import Workers

/// The windows of every row of a table: the rows of its group that end at it.
struct Windows: Sendable {
  /// Rows of the table, group after group, in the order in which windows move.
  let rows: Buffer<Int32>
  /// For each place of `rows`, the first place of its window.
  let firsts: Buffer<Int32>
  /// A window with fewer values has no figure.
  let least: Int

  init(_ table: Table, _ window: RollingWindow, keys: [String], least: Int?) throws {
    let columns = try keys.map { try table.column($0) }
    switch window {
    case .rows(let length):
      guard length > 0 else { throw Windows.empty(Text(en: "1 row", zh: "1 行")) }
      let index = try KeyIndex(columns, rows: table.rowCount, missingCounts: true)
      let members = index.rowsByGroup()
      rows = members.rows
      firsts = Windows.firsts(members.starts) { _, low, place in max(low, place - length + 1) }
      self.least = least ?? length
    case .time(let name, let seconds):
      let span = Time.microseconds(seconds)
      guard span > 0 else { throw Windows.empty(Text(en: "a span greater than 0 s", zh: "大于 0 秒的时长")) }
      let series = try TimeSeries(
        table, time: try table.column(name), keys: columns, missingKeyCounts: true)
      rows = series.rows
      let times = series.times
      firsts = Windows.firsts(series.starts) { before, _, place in
        var first = before
        while times.start[place] &- times.start[first] >= span { first += 1 }
        return first
      }
      self.least = least ?? 1
    }
  }

  /// For each place its window's first, from the one of the place before, the group's beginning and the place.
  private static func firsts(
    _ starts: Buffer<Int>, _ next: @Sendable (_ before: Int, _ low: Int, _ place: Int) -> Int
  ) -> Buffer<Int32> {
    let groups = starts.count - 1
    let firsts = Buffer<Int32>(count: starts.start[groups])
    Workers.run(groups) { range in
      for group in range {
        let low = starts.start[group]
        var first = low
        for place in low..<starts.start[group + 1] {
          first = next(first, low, place)
          firsts.start[place] = Int32(first)
        }
      }
    }
    return firsts
  }

  private static func empty(_ wanted: Text) -> Fault {
    Fault(.range, en: "a window must hold at least \(wanted.en)", zh: "窗口至少应为\(wanted.zh)")
  }
}
