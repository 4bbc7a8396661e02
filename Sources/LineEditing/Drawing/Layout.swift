internal import Report

/// One character on the screen, with the marks that stand on it.
package struct Cell: Equatable, Sendable {
  package var text: String
  package var width: Int
  package var style: Style
}

/// Text laid out in rows of a width: wrapped at the window's edge, wide characters whole, tabs and control
/// characters made visible.
package struct Layout: Equatable, Sendable {
  package private(set) var rows: [[Cell]] = [[]]
  /// Where the next character comes.
  package private(set) var column = 0
  private let columns: Int

  package init(columns: Int) { self.columns = max(2, columns) }

  package var row: Int { rows.count - 1 }

  /// Begins the next row.
  package mutating func breakLine() {
    rows.append([])
    column = 0
  }

  package mutating func append(_ text: some StringProtocol, _ style: Style) {
    for scalar in text.unicodeScalars { append(scalar, style) }
  }

  package mutating func append(_ scalar: Unicode.Scalar, _ style: Style) {
    switch scalar {
    case "\n": breakLine()
    case "\t": place(String(repeating: " ", count: min(4 - column % 4, columns - column)), style)
    case "\0"..<" ", "\u{7F}": place("^" + String(Unicode.Scalar(UInt8(scalar.value) ^ 0x40)), .wrong)
    default:
      let width = scalar.displayWidth
      if width > 0 {
        place(String(Character(scalar)), width: width, style)
      } else if scalar.properties.generalCategory == .nonspacingMark, !scalar.isVariationSelector,
        let last = rows[row].indices.last
      {
        rows[row][last].text.unicodeScalars.append(scalar)
      }
    }
  }

  private mutating func place(_ text: String, width: Int? = nil, _ style: Style) {
    let width = width ?? text.unicodeScalars.count
    if column + width > columns { breakLine() }
    rows[row].append(Cell(text: text, width: width, style: style))
    column += width
    if column >= columns { breakLine() }
  }
}

extension Unicode.Scalar {
  fileprivate var isVariationSelector: Bool { (0xFE00...0xFE0F).contains(value) }
}

extension [Cell] {
  /// One row of text, cut to the width.
  package init(_ text: String, _ style: Style, columns: Int) {
    let line = String(text.map { $0.isNewline ? " " : $0 })
    var layout = Layout(columns: columns + 1)
    layout.append(line.truncated(toWidth: columns), style)
    self = layout.rows[0]
  }

  package var width: Int { reduce(0) { $0 + $1.width } }
}
