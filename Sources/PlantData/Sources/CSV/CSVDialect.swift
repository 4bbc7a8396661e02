internal import Report

/// How a text is cut into fields: the separator byte. Quotes are as in RFC 4180.
package struct CSVDialect: Sendable, Equatable {
  package var separator: UInt8

  package init(separator: UInt8) { self.separator = separator }

  package static let candidates: [Character] = [",", "\t", ";", "|"]

  /// The separator that cuts the first rows into the same number of fields most often.
  package static func detect(_ bytes: UnsafeRawBufferPointer) -> CSVDialect {
    let rows = firstRows(bytes, atMost: 50)
    var best = CSVDialect(separator: 44)
    var bestScore = 0
    for candidate in candidates.compactMap(\.asciiValue) {
      let counts = rows.map { row in fields(in: row, cutAt: candidate) }
      guard let usual = counts.first, usual > 1 else { continue }
      let score = counts.count { $0 == usual } * 1000 + min(usual, 999)
      if score > bestScore {
        best = CSVDialect(separator: candidate)
        bestScore = score
      }
    }
    return best
  }

  private static func firstRows(
    _ bytes: UnsafeRawBufferPointer, atMost most: Int
  ) -> [Slice<UnsafeRawBufferPointer>] {
    var rows: [Slice<UnsafeRawBufferPointer>] = []
    var start = 0, isQuoted = false
    for i in 0..<min(bytes.count, 1 << 18) {
      if bytes[i] == 34 { isQuoted.toggle() }
      guard bytes[i] == 10, !isQuoted else { continue }
      if i > start + 1 { rows.append(bytes[start..<i]) }
      start = i + 1
      if rows.count == most { return rows }
    }
    if rows.isEmpty, bytes.count > start { rows.append(bytes[start..<min(bytes.count, 1 << 18)]) }
    return rows
  }

  private static func fields(in row: Slice<UnsafeRawBufferPointer>, cutAt separator: UInt8) -> Int {
    var count = 1, isQuoted = false
    for byte in row {
      if byte == 34 { isQuoted.toggle() }
      if byte == separator, !isQuoted { count += 1 }
    }
    return count
  }
}

extension CSVDialect {
  /// - Throws: `Fault` (usage) when the separator is no single ASCII character or is the quote.
  package init(separator: Character) throws {
    guard let byte = separator.asciiValue, byte != 34, byte != 10, byte != 13 else {
      throw Fault(
        .usage, en: "separator '\(separator)' must be one ASCII character other than the quote",
        zh: "分隔符“\(separator)”必须是引号以外的单个 ASCII 字符")
    }
    self.separator = byte
  }
}
