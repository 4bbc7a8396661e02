/// Places of cells as Excel writes them: "B7" is column 1, row 7.
enum CellReference {
  /// One past the last column of a sheet, XFD.
  static let columnLimit = 16_384

  /// Column (counted from 0) and row (counted from 1); nil for what is no reference.
  static func read(_ text: UnsafeBufferPointer<UInt8>) -> (column: Int, row: Int)? {
    var column = 0, row = 0, i = 0
    while i < text.count, text[i] &- 65 < 26, i < 3 {
      column = column * 26 + Int(text[i] &- 64)
      i += 1
    }
    guard i > 0, column <= columnLimit, i < text.count, text.count - i <= 7 else { return nil }
    while i < text.count {
      let digit = text[i] &- 48
      guard digit < 10 else { return nil }
      row = row * 10 + Int(digit)
      i += 1
    }
    return row > 0 ? (column - 1, row) : nil
  }

  /// The letters of a column counted from 0: 0 is A, 26 is AA.
  static func letters(_ column: Int) -> String {
    var rest = column + 1
    var letters: [UInt8] = []
    while rest > 0 {
      letters.append(UInt8(65 + (rest - 1) % 26))
      rest = (rest - 1) / 26
    }
    return String(decoding: letters.reversed(), as: UTF8.self)
  }
}

/// A rectangle of cells that are one: its value stands in the first.
struct MergedCells: Equatable {
  /// Columns from 0, rows from 1.
  var columns: ClosedRange<Int>
  var rows: ClosedRange<Int>

  /// Reads "A1:C2"; nil for what is no range.
  init?(_ text: UnsafeBufferPointer<UInt8>) {
    guard let colon = text.firstIndex(of: 58),
      let first = CellReference.read(UnsafeBufferPointer(rebasing: text[..<colon])),
      let last = CellReference.read(UnsafeBufferPointer(rebasing: text[(colon + 1)...])),
      first.column <= last.column, first.row <= last.row
    else { return nil }
    columns = first.column...last.column
    rows = first.row...last.row
  }
}
