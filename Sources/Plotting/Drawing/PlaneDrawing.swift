internal import Report

/// Marks over two scales, with a grid behind them.
struct PlaneDrawing {
  let figure: Figure
  let marks: [Mark]
  let scale: PlaneScale
  var canvas = Canvas(width: 720, height: 380)
  var left = 60.0
  var right = 700.0
  var top = 40.0
  var bottom = 330.0

  init(_ figure: Figure, _ marks: [Mark]) {
    self.figure = figure
    self.marks = marks
    scale = PlaneScale(marks, x: figure.x, y: figure.y)
  }

  func place(_ x: Double) -> Double {
    left + (x - scale.x.lowerBound) / (scale.x.upperBound - scale.x.lowerBound) * (right - left)
  }

  func place(up y: Double) -> Double {
    bottom - (y - scale.y.lowerBound) / (scale.y.upperBound - scale.y.lowerBound) * (bottom - top)
  }

  func drawn() -> Canvas {
    var drawing = self
    drawing.drawFrame()
    for mark in marks { drawing.draw(mark) }
    return drawing.canvas
  }

  private mutating func drawFrame() {
    top = figure.drawHeading(on: &canvas)
    if legend.count > 1 { drawLegend() }
    let up = figure.y.ticks(in: scale.y, about: 6)
    left = 28 + (up.labels.map { $0.pixels(size: 12) }.max() ?? 0) + (figure.y.caption.isEmpty ? 0 : 18)
    right = canvas.width - 20 - (ruleLabels.map { $0.pixels(size: 11) }.max() ?? 0)
    bottom = canvas.height - (figure.x.caption.isEmpty ? 32 : 54)
    for (value, label) in zip(up.values, up.labels) {
      canvas.line(left, place(up: value), right, place(up: value), colour: Palette.grid)
      canvas.text(label, left - 8, place(up: value) + 4, anchor: .end, colour: Palette.faint)
    }
    let across = figure.x.ticks(in: scale.x, about: 8)
    for (value, label) in zip(across.values, across.labels) {
      canvas.line(place(value), bottom, place(value), bottom + 5, colour: Palette.faint)
      canvas.text(label, place(value), bottom + 20, anchor: .middle, colour: Palette.faint)
    }
    canvas.line(left, bottom, right, bottom, colour: Palette.faint)
    canvas.text(figure.xCaption(in: scale.x), (left + right) / 2, canvas.height - 12, anchor: .middle)
    canvas.text(figure.y.caption, 18, (top + bottom) / 2, anchor: .middle, turned: true)
  }

  /// Names of the series, when there is more than one to tell apart.
  private var legend: [(name: String, tone: Tone)] {
    marks.compactMap { mark in
      switch mark {
      case .line(let series), .points(let series):
        series.name.description.isEmpty ? nil : (series.name.description, series.tone)
      case .blocks, .rule: nil
      }
    }
  }

  private var ruleLabels: [String] {
    marks.compactMap { mark in
      guard case .rule(let rule) = mark, rule.direction == .horizontal else { return nil }
      return rule.name.description
    }
  }

  private mutating func drawLegend() {
    var x = 16.0
    top += 4
    for (name, tone) in legend {
      let width = 24 + name.pixels(size: 12)
      if x + width > canvas.width - 16, x > 16 {
        x = 16
        top += 18
      }
      canvas.rectangle(x, top - 5, 12, 4, fill: Palette.colour(tone))
      canvas.text(name, x + 18, top + 1)
      x += width + 14
    }
    top += 16
  }
}

extension Figure {
  /// The horizontal caption; a time axis that shows hours says which day it is.
  func xCaption(in range: ClosedRange<Double>) -> String {
    guard case .time(let offset) = x.scale else { return x.caption }
    let from = CivilTime(seconds: range.lowerBound + Double(offset)).date
    let to = CivilTime(seconds: range.upperBound + Double(offset)).date
    let days = from == to ? from : "\(from) .. \(to)"
    return x.caption.isEmpty ? days : "\(x.caption) · \(days)"
  }
}
