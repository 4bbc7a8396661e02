/// What stands on the terminal of an entry, and the shortest way to make it something else.
///
/// Every row is written by itself and never runs over the window's edge, so that a terminal that re-flows
/// long lines cannot join rows.
package struct Screen: Sendable {
  private var rows: [[Cell]] = []
  private var cursor = (row: 0, column: 0)
  /// Rows that the terminal has made room for.
  private var made = 1
  package var colour: Bool

  package init(colour: Bool) { self.colour = colour }

  /// The text that brings the terminal from what stands there to the frame; empty when nothing changes.
  package mutating func show(_ frame: Frame) -> String {
    var text = ""
    for row in 0..<max(rows.count, frame.rows.count) {
      let old = row < rows.count ? rows[row] : []
      let new = row < frame.rows.count ? frame.rows[row] : []
      guard old != new else { continue }
      let same = zip(old, new).prefix { $0 == $1 }.count
      let start = new[..<same].reduce(0) { $0 + $1.width }
      text += move(to: (row, start))
      text += written(new[same...])
      cursor.column = new.width
      if old.width > new.width { text += "\u{1B}[K" }
    }
    rows = frame.rows
    if cursor != frame.cursor || !text.isEmpty { text += move(to: frame.cursor) }
    return text
  }

  private mutating func move(to place: (row: Int, column: Int)) -> String {
    if place == cursor { return "" }
    var text = ""
    if place.row < cursor.row { text += "\u{1B}[\(cursor.row - place.row)A" }
    if place.row > cursor.row {
      let known = min(place.row, made - 1) - cursor.row
      if known > 0 { text += "\u{1B}[\(known)B" }
      text += String(repeating: "\r\n", count: max(0, place.row - made + 1))
      made = max(made, place.row + 1)
    }
    text += "\r"
    if place.column > 0 { text += "\u{1B}[\(place.column)C" }
    cursor = place
    return text
  }

  private func written(_ cells: ArraySlice<Cell>) -> String {
    var text = "", code = ""
    for cell in cells {
      let next = cell.style.code(colour: colour)
      if next != code {
        text += next.isEmpty ? "\u{1B}[m" : "\u{1B}[0;\(next)m"
        code = next
      }
      text += cell.text
    }
    return code.isEmpty ? text : text + "\u{1B}[m"
  }

  /// Leaves the entry as it stands and goes to a new row under it.
  package mutating func leave() -> String {
    let text = move(to: (max(0, rows.count - 1), 0)) + "\r\n"
    forget()
    return text
  }

  /// Forgets what was drawn: the next frame begins where the cursor is, at the start of a row.
  package mutating func forget() { self = Screen(colour: colour) }

  /// Wipes what was drawn, in a window that is now `columns` wide and has re-flowed it.
  package mutating func wipe(columns: Int) -> String {
    let columns = max(1, columns)
    let above = rows.prefix(cursor.row).reduce(0) { $0 + max(1, ($1.width + columns - 1) / columns) }
    let isAtEnd = cursor.row < rows.count && cursor.column >= rows[cursor.row].width
    let up = above + max(0, isAtEnd ? cursor.column - 1 : cursor.column) / columns
    forget()
    return (up > 0 ? "\u{1B}[\(up)A" : "") + "\r\u{1B}[J"
  }
}
