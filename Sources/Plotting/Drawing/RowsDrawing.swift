internal import Report

/// One labelled row for each category over a scale of numbers.
struct RowsDrawing {
  let figure: Figure
  let rows: [Row]
  let range: ClosedRange<Double>
  var canvas: Canvas
  var left = 60.0
  var right = 690.0

  static let pitch = 28.0

  init(_ figure: Figure, _ rows: [Row]) {
    self.figure = figure
    self.rows = rows
    range = rowRange(rows, axis: figure.x)
    let heading =
      26.0 + (figure.title.description.isEmpty ? 0 : 14) + (figure.note.description.isEmpty ? 0 : 18)
    let foot = figure.x.caption.isEmpty ? 34.0 : 54
    canvas = Canvas(width: 720, height: heading + Double(max(1, rows.count)) * RowsDrawing.pitch + foot)
  }

  func place(_ value: Double) -> Double {
    left + (value - range.lowerBound) / (range.upperBound - range.lowerBound) * (right - left)
  }

  func drawn() -> Canvas {
    var drawing = self
    drawing.drawAll()
    return drawing.canvas
  }

  private mutating func drawAll() {
    let top = figure.drawHeading(on: &canvas)
    let bottom = top + Double(max(1, rows.count)) * RowsDrawing.pitch
    left = 28 + min(260, rows.map { $0.label.pixels(size: 12) }.max() ?? 0)
    let ticks = figure.x.ticks(in: range, about: 7)
    for (value, label) in zip(ticks.values, ticks.labels) {
      canvas.line(place(value), top, place(value), bottom, colour: Palette.grid)
      canvas.text(label, place(value), bottom + 18, anchor: .middle, colour: Palette.faint)
    }
    canvas.text(figure.x.caption, (left + right) / 2, bottom + 42, anchor: .middle)
    for (index, row) in rows.enumerated() {
      let middle = top + (Double(index) + 0.5) * RowsDrawing.pitch
      canvas.text(row.label.truncated(toWidth: 40), left - 10, middle + 4, anchor: .end)
      switch row.shape {
      case .bar(let value, let interval): draw(bar: value, interval, middle)
      case .box(let five): draw(five, middle)
      }
    }
    let start = hasBars ? place(zero) : left
    canvas.line(start, top, start, bottom, colour: Palette.faint)
  }

  private var hasBars: Bool {
    rows.contains { row in
      if case .bar = row.shape { return true }
      return false
    }
  }

  private var zero: Double { min(max(0, range.lowerBound), range.upperBound) }

  private mutating func draw(bar value: Double, _ interval: ClosedRange<Double>?, _ middle: Double) {
    guard value.isFinite else { return }
    let (from, to) = (place(min(value, zero)), place(max(value, zero)))
    canvas.rectangle(from, middle - 9, to - from, 18, fill: Palette.colour(.series(0)))
    var end = to
    if let interval {
      let (low, high) = (place(interval.lowerBound), place(interval.upperBound))
      canvas.line(low, middle, high, middle, colour: Palette.ink, width: 1.4)
      canvas.line(low, middle - 4, low, middle + 4, colour: Palette.ink, width: 1.4)
      canvas.line(high, middle - 4, high, middle + 4, colour: Palette.ink, width: 1.4)
      end = max(end, high)
    }
    canvas.text(value.significant(4), end + 6, middle + 4, colour: Palette.faint)
  }

  private mutating func draw(_ five: FiveNumbers, _ middle: Double) {
    let colour = Palette.colour(.series(0))
    canvas.line(place(five.low), middle, place(five.high), middle, colour: Palette.ink, width: 1.2)
    for end in [five.low, five.high] {
      canvas.line(place(end), middle - 5, place(end), middle + 5, colour: Palette.ink, width: 1.2)
    }
    let (from, to) = (place(five.lowerQuartile), place(five.upperQuartile))
    canvas.rectangle(from, middle - 9, max(1, to - from), 18, fill: "#cfe3f1", stroke: colour)
    canvas.line(place(five.median), middle - 9, place(five.median), middle + 9, colour: colour, width: 2.4)
    let shown = thinned(five.outliers, most: 200)
    for value in shown { canvas.circle(place(value), middle, radius: 2.4, fill: colour, opacity: 0.5) }
  }
}

/// Evenly chosen values, at most `most`, both ends among them.
private func thinned(_ sorted: [Double], most: Int) -> [Double] {
  guard sorted.count > most else { return sorted }
  return (0..<most).map { sorted[$0 * (sorted.count - 1) / (most - 1)] }
}

/// The range that all rows need; bars start at zero.
func rowRange(_ rows: [Row], axis: Axis) -> ClosedRange<Double> {
  if let limits = axis.limits { return limits }
  var extent = Extent()
  var hasBars = false
  for row in rows {
    switch row.shape {
    case .bar(let value, let interval):
      hasBars = true
      extent.take(value)
      if let interval { [interval.lowerBound, interval.upperBound].forEach { extent.take($0) } }
    case .box(let five):
      ([five.low, five.high] + five.outliers).forEach { extent.take($0) }
    }
  }
  guard hasBars else { return extent.range(margin: 0.04) }
  extent.take(0)
  let room = max(extent.high - extent.low, 1e-300) * 0.12
  let low = extent.low < 0 ? extent.low - room : 0
  return low...(extent.high > 0 ? extent.high + room : 0 + (low < 0 ? 0 : 1))
}
