internal import Report

/// A matrix of shaded cells with names at the left and below.
struct CellsDrawing {
  let figure: Figure
  let cells: Cells
  let side: (width: Double, height: Double)
  let left: Double
  let turnsNames: Bool
  var canvas: Canvas

  init(_ figure: Figure, _ cells: Cells) {
    self.figure = figure
    self.cells = cells
    let caption = figure.y.caption.isEmpty ? 0.0 : 18
    left = 28 + caption + min(200, cells.rows.map { $0.pixels(size: 12) }.max() ?? 0)
    let room = 700 - left
    let columns = Double(max(1, cells.columns.count))
    let rows = Double(max(1, cells.rows.count))
    let height = max(14, min(46, 420 / rows))
    side = (max(10, min(92, room / columns)), height)
    let widest = cells.columns.map { $0.pixels(size: 12) }.max() ?? 0
    turnsNames = widest > side.width - 6
    let heading =
      26.0 + (figure.title.description.isEmpty ? 0 : 14) + (figure.note.description.isEmpty ? 0 : 18)
    let foot = (turnsNames ? min(160, widest) : 12) + 24 + (figure.x.caption.isEmpty ? 0 : 22)
    let drawn = left + side.width * columns + 20
    let titled = max(figure.title.description.pixels(size: 15), figure.note.description.pixels(size: 12)) + 40
    canvas = Canvas(width: max(drawn, titled, 320), height: heading + height * rows + foot)
  }

  func drawn() -> Canvas {
    var drawing = self
    drawing.drawAll()
    return drawing.canvas
  }

  private mutating func drawAll() {
    let top = figure.drawHeading(on: &canvas)
    let shades = cells.shades
    for (i, name) in cells.rows.enumerated() {
      let y = top + Double(i) * side.height
      canvas.text(name.truncated(toWidth: 30), left - 8, y + side.height / 2 + 4, anchor: .end)
      for j in cells.columns.indices { drawCell(i, j, y, shades[i][j]) }
    }
    let bottom = top + Double(cells.rows.count) * side.height
    for (j, name) in cells.columns.enumerated() {
      let x = left + (Double(j) + 0.5) * side.width
      let short = name.truncated(toWidth: 24)
      if turnsNames {
        canvas.text(short, x + 4, bottom + 8, anchor: .end, turned: true)
      } else {
        canvas.text(short, x, bottom + 18, anchor: .middle)
      }
    }
    let middle = left + side.width * Double(cells.columns.count) / 2
    canvas.text(figure.x.caption, middle, canvas.height - 10, anchor: .middle, colour: Palette.faint)
    canvas.text(
      figure.y.caption, 18, (top + bottom) / 2, anchor: .middle, colour: Palette.faint, turned: true)
  }

  private mutating func drawCell(_ i: Int, _ j: Int, _ y: Double, _ shade: Double) {
    let wrong = cells.shading.tellsRightFromWrong && i != j
    let full = wrong ? (198, 40, 40) : (0, 90, 156)
    let strength = wrong ? min(1, shade * 2.5) : shade
    let x = left + Double(j) * side.width
    canvas.rectangle(
      x, y, side.width, side.height, fill: Palette.shade(strength, full: full), stroke: Palette.grid)
    let label = cells.label(i, j)
    guard label.pixels(size: 12) <= side.width - 2, side.height >= 14 else { return }
    canvas.text(
      label, x + side.width / 2, y + side.height / 2 + 4, anchor: .middle,
      colour: strength > 0.55 ? Palette.paper : Palette.ink)
  }
}

extension Cells.Shading {
  var tellsRightFromWrong: Bool {
    switch self {
    case .value: false
    case .shareOfRow: true
    }
  }
}
