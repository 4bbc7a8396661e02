internal import Report

/// The regular steps of time that every group of a series is brought to.
struct TimeGrid {
  let step: Int64
  /// The beginning of every step, group after group.
  let times: Buffer<Int64>
  /// Where each group's steps begin [groups + 1].
  let starts: [Int]
  var count: Int { times.count }

  private static let most = 50_000_000

  static var emptyStep: Fault {
    Fault(
      .range, en: "the time step must be greater than 0 s", zh: "时间步长必须大于 0 秒", try: "every = \"1 s\"")
  }

  init(_ series: TimeSeries, step: Int64, zone: Zone?) throws {
    let shift = Int64(zone?.minutes ?? 0) * 60 * Timestamp.microsecondsPerSecond
    var spans: [(first: Int64, count: Int)] = []
    var starts = [0]
    for group in 0..<series.index.count {
      let low = series.starts.start[group], high = series.starts.start[group + 1]
      guard low < high else {
        spans.append((0, 0))
        starts.append(starts[starts.count - 1])
        continue
      }
      let first = Arithmetic.floorDivide(series.times.start[low] &+ shift, step)
      let last = Arithmetic.floorDivide(series.times.start[high - 1] &+ shift, step)
      let count = Int(last - first) + 1
      guard starts[starts.count - 1] + count <= TimeGrid.most else {
        throw Fault(
          .limit, en: "this step gives more than 50,000,000 rows · take a longer one",
          zh: "该步长会产生超过 50,000,000 行 · 请用更长的步长")
      }
      spans.append((first, count))
      starts.append(starts[starts.count - 1] + count)
    }
    self.step = step
    self.starts = starts
    times = Buffer(count: starts[starts.count - 1])
    for (group, span) in spans.enumerated() {
      for i in 0..<span.count { times.start[starts[group] + i] = (span.first + Int64(i)) * step &- shift }
    }
  }

  /// For each step, a row of its group, to take the keys from.
  func keyRows(_ series: TimeSeries) -> Buffer<Int32> {
    let rows = Buffer<Int32>(count: count)
    for group in 0..<starts.count - 1 where starts[group] < starts[group + 1] {
      let row = series.rows.start[series.starts.start[group]]
      for i in starts[group]..<starts[group + 1] { rows.start[i] = row }
    }
    return rows
  }

  /// One column brought to the steps.
  func column(_ column: Column, _ series: TimeSeries, _ how: Resampling) -> Column {
    if let aggregate = how.aggregate {
      return Aggregation(groups: steps(series), count: count)
        .column(aggregate, of: column.taking(series.rows)).renamed(column.name)
    }
    switch how {
    case .linear: return interpolated(column, series)
    case .timeWeighted: return weighted(column, series)
    default: return held(column, series)
    }
  }

  /// For each sample of the series, the step it lies in.
  private func steps(_ series: TimeSeries) -> Buffer<Int32> {
    let steps = Buffer<Int32>(count: series.rows.count)
    for group in 0..<starts.count - 1 where starts[group] < starts[group + 1] {
      let begin = times.start[starts[group]]
      for place in series.starts.start[group]..<series.starts.start[group + 1] {
        steps.start[place] = Int32(starts[group] + Int((series.times.start[place] - begin) / step))
      }
    }
    return steps
  }

  /// Calls `body` for each step with the last sample at or before its beginning and the first one after,
  /// among those that have a value; a place of -1 stands for none.
  private func around(
    _ column: Column, _ series: TimeSeries, _ body: (_ step: Int, _ before: Int, _ after: Int) -> Void
  ) {
    for group in 0..<starts.count - 1 {
      let high = series.starts.start[group + 1]
      func next(_ place: Int) -> Int {
        var place = place
        while place < high, column.isMissing(Int(series.rows.start[place])) { place += 1 }
        return place
      }
      var before = -1, after = next(series.starts.start[group])
      for i in starts[group]..<starts[group + 1] {
        while after < high, series.times.start[after] <= times.start[i] {
          before = after
          after = next(after + 1)
        }
        body(i, before, after < high ? after : -1)
      }
    }
  }

  private func held(_ column: Column, _ series: TimeSeries) -> Column {
    switch column.values {
    case .float64(let buffer):
      let (values, known) = carried(buffer, column.validity, series, absent: 0)
      return Column(column.name, .float64(values), validity: known, unit: column.unit)
    case .int64(let buffer):
      let (values, known) = carried(buffer, column.validity, series, absent: 0)
      return Column(column.name, .int64(values), validity: known, unit: column.unit)
    default:
      let rows = Buffer<Int32>(count: count)
      around(column, series) { i, before, _ in rows.start[i] = before < 0 ? -1 : series.rows.start[before] }
      return column.taking(rows, orMissing: true)
    }
  }

  /// For each step the last value at or before its beginning, and where there is one.
  private func carried<Element: BitwiseCopyable>(
    _ buffer: Buffer<Element>, _ validity: Bitmap?, _ series: TimeSeries, absent: Element
  ) -> (Buffer<Element>, Bitmap) {
    let out = Buffer<Element>(count: count)
    let known = Buffer<Bool>(count: count)
    let values = buffer.start, rows = series.rows.start, moments = series.times.start
    for group in 0..<starts.count - 1 {
      let high = series.starts.start[group + 1]
      var place = series.starts.start[group]
      var value = absent, isKnown = false
      for i in starts[group]..<starts[group + 1] {
        let moment = times.start[i]
        while place < high, moments[place] <= moment {
          let row = Int(rows[place])
          if validity.map({ $0[row] }) ?? true { (value, isKnown) = (values[row], true) }
          place += 1
        }
        out.start[i] = value
        known.start[i] = isKnown
      }
    }
    return (out, Bitmap(flags: known))
  }

  private func interpolated(_ column: Column, _ series: TimeSeries) -> Column {
    let values = column.numbers
    let out = Buffer<Double>(repeating: 0, count: count)
    let known = Buffer<Bool>(repeating: false, count: count)
    around(column, series) { i, before, after in
      guard before >= 0 else { return }
      let low = values.start[Int(series.rows.start[before])]
      let distance = times.start[i] - series.times.start[before]
      guard after >= 0 || distance == 0 else { return }
      known.start[i] = true
      guard distance > 0 else {
        out.start[i] = low
        return
      }
      let high = values.start[Int(series.rows.start[after])]
      let span = series.times.start[after] - series.times.start[before]
      out.start[i] = low + (high - low) * Double(distance) / Double(span)
    }
    return Column(
      column.name, .float64(out), validity: Bitmap(flags: known), unit: column.unit)
  }

  /// Each sample counts for the time until the next, the last one to the end of its step.
  private func weighted(_ column: Column, _ series: TimeSeries) -> Column {
    let values = column.numbers
    let sums = Buffer<Double>(repeating: 0, count: count)
    let spans = Buffer<Double>(repeating: 0, count: count)
    for group in 0..<starts.count - 1 where starts[group] < starts[group + 1] {
      let end = times.start[starts[group + 1] - 1] + step
      var current: (value: Double, since: Int64)?
      func hold(until moment: Int64) {
        guard let (value, since) = current else { return }
        var from = since
        while from < moment {
          let i = starts[group] + Int((from - times.start[starts[group]]) / step)
          let upTo = min(moment, times.start[i] + step)
          sums.start[i] += value * Double(upTo - from)
          spans.start[i] += Double(upTo - from)
          from = upTo
        }
      }
      for place in series.starts.start[group]..<series.starts.start[group + 1] {
        let row = Int(series.rows.start[place])
        guard !column.isMissing(row) else { continue }
        hold(until: series.times.start[place])
        current = (values.start[row], series.times.start[place])
      }
      hold(until: end)
    }
    let valid = Bitmap(count: count) { spans.start[$0] > 0 }
    for i in 0..<count where spans.start[i] > 0 { sums.start[i] /= spans.start[i] }
    return Column(column.name, .float64(sums), validity: valid, unit: column.unit)
  }
}
