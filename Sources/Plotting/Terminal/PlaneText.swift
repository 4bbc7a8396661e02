internal import Report

/// Marks over two scales, as characters.
struct PlaneText {
  let figure: Figure
  let marks: [Mark]
  let scale: PlaneScale
  let surface: Surface

  init(_ figure: Figure, _ marks: [Mark], on surface: Surface) {
    self.figure = figure
    self.marks = marks
    self.surface = surface
    scale = PlaneScale(marks, x: figure.x, y: figure.y)
  }

  func lines() -> [String] {
    let rows = max(3, min(16, surface.rows - 7))
    let up = figure.y.ticks(in: scale.y, about: max(2, rows / 4))
    let margin = up.labels.map(\.displayWidth).max() ?? 0
    let columns = max(8, min(110, surface.columns) - margin - 3)
    var canvas = CharacterCanvas(columns: columns, rows: rows)
    for mark in marks { draw(mark, on: &canvas) }
    var labels = [String](repeating: "", count: rows)
    for (value, label) in zip(up.values, up.labels) {
      let row = Int((1 - share(value, scale.y)) * Double(rows))
      labels[max(0, min(rows - 1, row))] = label
    }
    let drawn = canvas.lines(colour: surface.colour)
    var out = zip(labels, drawn).map { label, line in
      label.padded(toWidth: margin, onLeft: true) + (label.isEmpty ? " │" : " ┤") + line
    }
    out += foot(margin: margin, columns: columns)
    return caption() + out
  }

  private func share(_ value: Double, _ range: ClosedRange<Double>) -> Double {
    (value - range.lowerBound) / (range.upperBound - range.lowerBound)
  }

  /// What the vertical axis means and what the colours mean, as far as they fit.
  private func caption() -> [String] {
    let names = marks.compactMap { mark -> (name: String, tone: Tone)? in
      switch mark {
      case .line(let series), .points(let series):
        return series.name.description.isEmpty ? nil : (series.name.description, series.tone)
      case .rule(let rule): return (rule.name.description, rule.tone)
      case .blocks: return nil
      }
    }
    var line = figure.y.caption.truncated(toWidth: surface.columns)
    var used = line.displayWidth
    for (name, tone) in names.count > 1 ? names : [] {
      used += name.displayWidth + 3
      guard used <= surface.columns else { break }
      line += (line.isEmpty ? "" : "   ") + coloured(name, tone)
    }
    return line.isEmpty ? [] : [line]
  }

  private func coloured(_ name: String, _ tone: Tone) -> String {
    surface.colour ? "\u{1B}[38;5;\(Palette.terminal(tone))m\(name)\u{1B}[0m" : name
  }

  /// The horizontal axis: a line with ticks, their labels, and what the axis means.
  private func foot(margin: Int, columns: Int) -> [String] {
    let across = figure.x.ticks(in: scale.x, about: max(3, columns / 12))
    var axis = [Character](repeating: "─", count: columns)
    var labels = "", used = 0
    for (value, label) in zip(across.values, across.labels) {
      let column = max(0, min(columns - 1, Int(share(value, scale.x) * Double(columns))))
      let start = max(0, column - label.displayWidth / 2)
      guard start >= used + (used > 0 ? 1 : 0), start + label.displayWidth <= columns + 1 else { continue }
      axis[column] = "┬"
      labels += String(repeating: " ", count: start - used) + label
      used = start + label.displayWidth
    }
    let space = String(repeating: " ", count: margin + 2)
    let name = figure.xCaption(in: scale.x)
    let left = max(0, (columns - name.displayWidth) / 2)
    return [String(repeating: " ", count: margin + 1) + "└" + String(axis), space + labels]
      + (name.isEmpty ? [] : [space + String(repeating: " ", count: left) + name])
  }

  private func draw(_ mark: Mark, on canvas: inout CharacterCanvas) {
    switch mark {
    case .line(let series): draw(line: series, on: &canvas)
    case .points(let series):
      for (x, y) in zip(series.x, series.y) where x.isFinite && y.isFinite {
        canvas.dot(dotX(x, canvas), dotY(y, canvas), series.tone)
      }
    case .blocks(let blocks, let tone): draw(blocks, tone, on: &canvas)
    case .rule(let rule):
      switch rule.direction {
      case .horizontal:
        let y = dotY(rule.value, canvas)
        for x in stride(from: 0, to: 2 * canvas.columns, by: rule.isDashed ? 3 : 1) {
          canvas.dot(x, y, rule.tone)
        }
      case .vertical:
        let x = dotX(rule.value, canvas)
        for y in stride(from: 0, to: 4 * canvas.rows, by: rule.isDashed ? 2 : 1) {
          canvas.dot(x, y, rule.tone)
        }
      }
    }
  }

  private func draw(line series: Series, on canvas: inout CharacterCanvas) {
    let thin = thinned(series, in: scale.x, columns: 2 * canvas.columns)
    var last: (Int, Int)?
    for (x, y) in zip(thin.x, thin.y) {
      guard x.isFinite, y.isFinite else {
        last = nil
        continue
      }
      let next = (dotX(x, canvas), dotY(y, canvas))
      let from = last ?? next
      canvas.line(from.0, from.1, next.0, next.1, series.tone)
      last = next
    }
  }

  private func draw(_ blocks: [Block], _ tone: Tone, on canvas: inout CharacterCanvas) {
    for column in 0..<canvas.columns {
      let middle = (Double(column) + 0.5) / Double(canvas.columns)
      let value = scale.x.lowerBound + middle * (scale.x.upperBound - scale.x.lowerBound)
      guard let block = blocks.first(where: { $0.low <= value && value < $0.high }) else { continue }
      canvas.column(column, height: share(block.height, scale.y) * Double(canvas.rows), tone)
    }
  }

  private func dotX(_ value: Double, _ canvas: CharacterCanvas) -> Int {
    bounded(share(value, scale.x) * Double(2 * canvas.columns - 1))
  }

  private func dotY(_ value: Double, _ canvas: CharacterCanvas) -> Int {
    bounded((1 - share(value, scale.y)) * Double(4 * canvas.rows - 1))
  }

  /// A dot that lies far outside still has a place to draw a line towards.
  private func bounded(_ place: Double) -> Int { Int(max(-2000, min(4000, place.rounded()))) }
}
