internal import Report

extension Table {
  /// The samples brought to a regular step of time, for each combination of the keys on its own.
  ///
  ///     try scada.resample("time", every: 1, by: ["tag"], how: .mean)
  ///
  /// Steps begin at whole multiples of the step in the column's zone; a row's time is its step's beginning.
  /// Each group runs from its first to its last sample without gaps; steps without a sample are missing (or
  /// hold, for `.hold`, `.linear` and `.timeWeighted`).
  ///
  /// - Parameters:
  ///   - every: the step in seconds.
  ///   - values: the columns to bring along; all columns of numbers when none is named.
  /// - Throws: a fault for columns that do not fit, or for more than 50 million rows.
  public func resample(
    _ time: String, every: Double, by keys: [String] = [], how: Resampling, values: [String] = []
  ) throws -> Table {
    let clock = try column(time)
    let keyColumns = try keys.map { try column($0) }
    let series = try TimeSeries(self, time: clock, keys: keyColumns, missingKeyCounts: true)
    let step = Time.microseconds(every)
    guard step > 0 else {
      throw TimeGrid.emptyStep
    }
    let grid = try TimeGrid(series, step: step, zone: clock.zone)
    let chosen =
      try values.isEmpty
      ? columns.filter { $0.kind.isNumber && !keys.contains($0.name) } : values.map { try column($0) }
    if let odd = chosen.first(where: { !$0.fits(how) }) {
      throw Fault(
        .type, en: "\(how.rawValue) needs numbers, '\(odd.name)' is \(odd.kind.words.en)",
        zh: "\(how.rawValue) 需要数值，而“\(odd.name)”是\(odd.kind.words.zh)")
    }
    let keyRows = grid.keyRows(series)
    var made = keyColumns.map { $0.taking(keyRows) }
    made.append(Column(time, .timestamp(grid.times, zone: clock.zone)))
    made += try chosen.mapOnWorkers { grid.column($0, series, how) }
    return try Table(made, rowCount: grid.count)
  }
}

extension Column {
  fileprivate func fits(_ how: Resampling) -> Bool {
    switch how {
    case .first, .last, .hold, .count: true
    case .min, .max: kind != .image
    case .mean, .sum, .linear, .timeWeighted: kind.isNumber
    }
  }
}
