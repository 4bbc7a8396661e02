public import Report

extension Figure: Displayable {
  /// The figure drawn in characters, or in words where nothing may be drawn.
  public func text(on surface: Surface) -> String {
    if surface.plain { return words }
    let heading = [title.description, note.description].filter { !$0.isEmpty }.joined(separator: "   ")
    let body =
      switch content {
      case .plane(let marks): PlaneText(self, marks, on: surface).lines()
      case .rows(let rows): RowsText(figure: self, rows: rows, surface: surface).lines()
      case .cells(let cells): CellsText(figure: self, cells: cells, surface: surface).lines()
      }
    let lines = (heading.isEmpty ? [] : [heading.truncated(toWidth: surface.columns)]) + body
    return lines.joined(separator: "\n").drawnNarrow
  }

  public var svg: String? { drawnSVG() }

  public var html: String? { drawnSVG() }
}
