import LineEditing
import Report

/// A screen of cells that does what the escape codes of the editor ask for.
struct FakeTerminal {
  private(set) var rows: [[String]]
  private let columns: Int
  private(set) var row = 0
  private(set) var column = 0
  /// Whether the last column was just written: the next character begins a row.
  private var isPending = false
  /// What cannot be understood.
  private(set) var unknown: [String] = []
  /// Rows that the terminal itself wrapped into the next.
  private(set) var wraps = 0

  init(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = Array(repeating: Array(repeating: " ", count: columns), count: rows)
  }

  mutating func write(_ text: String) {
    var rest = Array(text.unicodeScalars)[...]
    while let scalar = rest.popFirst() {
      switch scalar {
      case "\u{1B}": escape(&rest)
      case "\r": (column, isPending) = (0, false)
      case "\n": lineFeed()
      default: put(scalar)
      }
    }
  }

  private mutating func put(_ scalar: Unicode.Scalar) {
    if scalar.displayWidth == 0 {
      rows[row][max(0, column - 1)].unicodeScalars.append(scalar)
      return
    }
    if isPending {
      wraps += 1
      column = 0
      lineFeed()
    }
    rows[row][column] = String(Character(scalar))
    if scalar.displayWidth == 2, column + 1 < columns { rows[row][column + 1] = "" }
    column += scalar.displayWidth
    if column >= columns { (column, isPending) = (columns - 1, true) }
  }

  private mutating func lineFeed() {
    isPending = false
    if row + 1 < rows.count {
      row += 1
    } else {
      rows.removeFirst()
      rows.append(Array(repeating: " ", count: columns))
    }
  }

  private mutating func escape(_ rest: inout ArraySlice<Unicode.Scalar>) {
    guard rest.popFirst() == "[" else { return unknown.append("no [") }
    var digits = ""
    while let next = rest.first, next.properties.numericType != nil || next == ";" {
      digits.unicodeScalars.append(next)
      rest.removeFirst()
    }
    let count = Int(digits) ?? 1
    switch rest.popFirst() {
    case "A": (row, isPending) = (max(0, row - count), false)
    case "B": (row, isPending) = (min(rows.count - 1, row + count), false)
    case "C": (column, isPending) = (min(columns - 1, column + count), false)
    case "K": for k in column..<columns { rows[row][k] = " " }
    case "m": break
    case let other: unknown.append("\(other.map(String.init(_:)) ?? "end")")
    }
  }

  /// The lines without spaces at their ends, as far as there is text.
  var lines: [String] {
    var lines = rows.map { row in
      String(row.joined().reversed().drop { $0 == " " }.reversed())
    }
    while lines.last == "" { lines.removeLast() }
    return lines
  }
}
