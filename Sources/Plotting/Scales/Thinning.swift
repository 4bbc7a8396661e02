/// At most four points for each of `columns` equal parts of the range: first, lowest, highest, last
/// (M4 of Jugel and others, 2014), so that a line of millions looks the same and stays small.
func thinned(_ series: Series, in range: ClosedRange<Double>, columns: Int) -> Series {
  guard series.x.count > 4 * columns, isSorted(series.x) else { return series }
  let width = range.upperBound - range.lowerBound
  var kept: [Int] = []
  var column = Int.min
  var group = ColumnGroup()
  for i in series.x.indices {
    let (x, y) = (series.x[i], series.y[i])
    guard x.isFinite, y.isFinite else {
      group.close(into: &kept)
      if let last = kept.last, series.y[last].isFinite { kept.append(i) }
      column = .min
      continue
    }
    let place = Int(max(-1e9, min(1e9, ((x - range.lowerBound) / width * Double(columns)).rounded(.down))))
    if place != column { group.close(into: &kept) }
    column = place
    group.take(i, y)
  }
  group.close(into: &kept)
  return Series(series.name, x: kept.map { series.x[$0] }, y: kept.map { series.y[$0] }, tone: series.tone)
}

private func isSorted(_ values: [Double]) -> Bool {
  for i in values.indices.dropFirst() where values[i] < values[i - 1] { return false }
  return true
}

/// The points of one column that matter.
private struct ColumnGroup {
  var first: Int?
  var lowest = (at: 0, value: Double.infinity)
  var highest = (at: 0, value: -Double.infinity)
  var last = 0

  mutating func take(_ index: Int, _ value: Double) {
    if first == nil { first = index }
    if value < lowest.value { lowest = (index, value) }
    if value > highest.value { highest = (index, value) }
    last = index
  }

  mutating func close(into kept: inout [Int]) {
    if let first { kept += Set([first, lowest.at, highest.at, last]).sorted() }
    self = ColumnGroup()
  }
}
