internal import Report
internal import Workers

/// The figures of a table's windows. Those that come from the same sums are computed together and kept until they are
/// asked for.
final class WindowFigures {
  private let windows: Windows
  /// Figures of sums that some formula wants.
  private let ofSums: [Aggregate]
  private var kept: [ObjectIdentifier: (Column, [Aggregate: Column])] = [:]

  init(_ windows: Windows, asked: Set<Aggregate>) {
    self.windows = windows
    ofSums = [.count, .sum, .mean, .std].filter(asked.contains)
  }

  /// One figure for each row of the table, over the values of its window that are there.
  func column(_ aggregate: Aggregate, of column: Column) -> Column {
    guard ofSums.contains(aggregate) else { return columns([aggregate], of: column)[aggregate] ?? column }
    if let known = kept[ObjectIdentifier(column)]?.1[aggregate] { return known }
    let made = columns(ofSums, of: column)
    kept[ObjectIdentifier(column)] = (column, made)
    return made[aggregate] ?? column
  }

  /// Places that are worked on at once; each run finds its first window anew.
  private static let run = 1 << 15

  private func columns(_ aggregates: [Aggregate], of column: Column) -> [Aggregate: Column] {
    let total = column.count, places = windows.rows.count
    let runs = (places + WindowFigures.run - 1) / WindowFigures.run
    let results = aggregates.map { WindowResult($0, count: total) }
    let values = column.numbers
    Workers.run(runs) { range in
      for r in range where !Interruption.isRequested {
        let low = r * WindowFigures.run, high = min(places, low + WindowFigures.run)
        WindowRun(windows, low..<high, values: values.start, validity: column.validity).fill(results)
      }
    }
    return results.reduce(into: [:]) { $0[$1.aggregate] = $1.column(like: column) }
  }
}

/// Where one figure of every row is written.
struct WindowResult: Sendable {
  let aggregate: Aggregate
  private let out: Buffer<Double>
  private let known: Buffer<Bool>

  init(_ aggregate: Aggregate, count: Int) {
    self.aggregate = aggregate
    out = Buffer(repeating: 0, count: count)
    known = Buffer(repeating: false, count: count)
  }

  @inline(__always)
  func store(_ value: Double?, at row: Int) {
    guard let value else { return }
    out.start[row] = value
    known.start[row] = true
  }

  func column(like column: Column) -> Column {
    let valid = Bitmap(flags: known)
    guard aggregate == .count || aggregate == .uniqueCount else {
      return Column(column.name, .float64(out), validity: valid, unit: column.unit)
    }
    let counts = Buffer<Int64>(count: out.count)
    for row in 0..<out.count { counts.start[row] = Int64(out.start[row]) }
    return Column(column.name, .int64(counts), validity: valid)
  }
}
