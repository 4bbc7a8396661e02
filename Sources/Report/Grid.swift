/// Rows of cells set in columns by display width, so that Chinese stays aligned.
///
///     Grid(header: ["tag", "值"], rows: [["R1.速度", "11.4"]], onLeft: [true, false]).text(fitting: 80)
public struct Grid: Sendable {
  public var header: [[String]]
  public var rows: [[String]]
  /// For each column: numbers stand flush right (`true`).
  public var numeric: [Bool]

  /// - Parameter header: one or more header lines, each with a cell for each column.
  public init(header: [[String]], rows: [[String]], numeric: [Bool]) {
    self.header = header
    self.rows = rows
    self.numeric = numeric
  }

  /// The grid as lines of at most `columns` columns. What does not fit is left out at the right, and the
  /// number of columns left out is the second result.
  public func lines(fitting columns: Int) -> (lines: [String], hidden: Int) {
    let count = numeric.count
    var widths = [Int](repeating: 1, count: count)
    for cells in header + rows {
      for (i, cell) in cells.enumerated() where i < count { widths[i] = max(widths[i], cell.displayWidth) }
    }
    widths = widths.map { min($0, max(8, columns / 2)) }
    var shown = 0, used = 0
    while shown < count, used + widths[shown] <= columns || shown == 0 {
      used += widths[shown] + 2
      shown += 1
    }
    let lines = (header + rows).map { cells -> String in
      let set = (0..<shown).map { i -> String in
        let cell = (i < cells.count ? cells[i] : "").truncated(toWidth: min(widths[i], columns))
        let last = i == shown - 1 && !numeric[i]
        return last ? cell : cell.padded(toWidth: widths[i], onLeft: numeric[i])
      }
      return set.joined(separator: "  ").trimmedEnd
    }
    return (lines, count - shown)
  }
}

extension String {
  /// The text without the spaces at its end.
  public var trimmedEnd: String {
    var text = self[...]
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
