internal import Report

/// What should stand on the screen while an entry is edited: its rows, the rows under it, and the cursor.
package struct Frame: Equatable, Sendable {
  package var rows: [[Cell]]
  package var cursor: (row: Int, column: Int)

  /// - Parameters:
  ///   - prompt: what stands before the entry; `continuation` stands before its further lines.
  ///   - styles: styles of parts of the entry, in order and apart from each other.
  ///   - tail: what is suggested after the entry's end, drawn dim.
  ///   - columns: the window's width.
  package init(
    _ block: Block, prompt: String, continuation: String, styles: [StyledRange] = [], tail: String = "",
    columns: Int
  ) {
    var layout = Layout(columns: columns)
    layout.append(prompt, .prompt)
    var place = (layout.row, layout.column)
    var styles = styles[...]
    for (k, scalar) in block.scalars.enumerated() {
      if k == block.cursor { place = Frame.cursor(layout, before: scalar, columns) }
      while let first = styles.first, first.range.upperBound <= k { styles.removeFirst() }
      let style = styles.first.map { $0.range.contains(k) ? $0.style : .plain } ?? .plain
      layout.append(scalar, style)
      if scalar == "\n" { layout.append(continuation, .dim) }
    }
    if block.cursor >= block.scalars.count { place = (layout.row, layout.column) }
    layout.append(tail, .dim)
    rows = layout.rows
    cursor = place
  }

  /// A wide character that does not fit at the row's end stands on the next row, and so does the cursor.
  private static func cursor(
    _ layout: Layout, before scalar: Unicode.Scalar, _ columns: Int
  ) -> (Int, Int) {
    layout.column + scalar.displayWidth > columns ? (layout.row + 1, 0) : (layout.row, layout.column)
  }

  /// Adds rows under the entry and cuts the whole to the window: the rows around the cursor stay.
  package mutating func add(_ below: [[Cell]], rows most: Int) {
    let most = max(1, most)
    let below = below.prefix(max(0, min(below.count, most - 1)))
    let room = most - below.count
    if rows.count > room {
      let top = min(max(0, cursor.row - room + 1), rows.count - room)
      rows = Array(rows[top..<top + room])
      cursor.row -= top
    }
    rows += below
  }

  package static func == (left: Frame, right: Frame) -> Bool {
    left.rows == right.rows && left.cursor == right.cursor
  }
}
