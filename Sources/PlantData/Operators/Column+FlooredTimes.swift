internal import Report
internal import Workers

extension Column {
  /// Times as the beginnings of the steps they lie in; steps begin at whole multiples of the step in the column's
  /// zone.
  ///
  /// - Throws: a fault for a column of no times, or a step that is not greater than 0.
  func flooredTimes(to seconds: Double) throws -> Column {
    guard case .timestamp(let moments, let zone) = values else {
      throw Fault(
        .type, en: "a column of times is wanted, '\(name)' is \(kind.words.en)",
        zh: "需要时间列，而“\(name)”是\(kind.words.zh)")
    }
    let step = Time.microseconds(seconds)
    guard step > 0 else { throw TimeGrid.emptyStep }
    let shift = Int64(zone?.minutes ?? 0) * 60 * Timestamp.microsecondsPerSecond
    let out = Buffer<Int64>(count: count)
    let from = moments.start, into = out.start
    Workers.run(count, grain: 1 << 16) { range in
      for row in range { into[row] = Arithmetic.floorDivide(from[row] &+ shift, step) &* step &- shift }
    }
    return Column(name, .timestamp(out, zone: zone), validity: validity, unit: unit)
  }
}
