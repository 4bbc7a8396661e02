internal import Report

extension Figure {
  /// The figure as a self-contained SVG document in the language in force.
  func drawnSVG() -> String {
    switch content {
    case .plane(let marks): PlaneDrawing(self, marks).document()
    case .rows(let rows): RowsDrawing(self, rows).document()
    case .cells(let cells): CellsDrawing(self, cells).document()
    }
  }

  /// Title and note at the top; the result is where the drawing may begin.
  func drawHeading(on canvas: inout SVGCanvas) -> Double {
    var y = 12.0
    if !title.description.isEmpty {
      y += 14
      canvas.text(title.description, 16, y, size: 15, bold: true)
    }
    if !note.description.isEmpty {
      y += 18
      canvas.text(note.description, 16, y, size: 12, colour: Palette.faint)
    }
    return y + 14
  }
}
