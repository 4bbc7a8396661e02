internal import Report

extension Figure {
  /// The figure as shapes, in the language in force.
  func drawn() -> Canvas {
    switch content {
    case .plane(let marks): PlaneDrawing(self, marks).drawn()
    case .rows(let rows): RowsDrawing(self, rows).drawn()
    case .cells(let cells): CellsDrawing(self, cells).drawn()
    }
  }

  /// Title and note at the top; the result is where the drawing may begin.
  func drawHeading(on canvas: inout Canvas) -> Double {
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
