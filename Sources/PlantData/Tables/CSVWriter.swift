internal import Report

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Writes a table as comma-separated values (RFC 4180, lines ended by LF, UTF-8).
///
/// Numbers keep every digit, times are ISO 8601 with their zone, missing values are empty, images are their
/// file's path. A cell with comma, quote or line end stands in quotes; a quote in it is doubled.
public struct CSVWriter {
  public var separator: Character = ","

  public init() {}

  /// - Throws: a fault when the file cannot be written.
  public func write(_ table: Table, to path: String) throws {
    guard let file = fopen(path, "wb") else { throw CSVWriter.unwritable(path) }
    var isOpen = true
    defer { if isOpen { fclose(file) } }
    var text = table.columnNames.map(quoted).joined(separator: String(separator)) + "\n"
    let texts = table.columns.map(QuotedTexts.init)
    for row in 0..<table.rowCount {
      if row & 0xFFF == 0 {
        try Interruption.check()
        guard put(text, file) else { throw CSVWriter.unwritable(path) }
        text = ""
      }
      for (i, column) in table.columns.enumerated() {
        if i > 0 { text.append(separator) }
        text += texts[i].text(column, row, quoted)
      }
      text += "\n"
    }
    let written = put(text, file)
    isOpen = false
    guard fclose(file) == 0, written else { throw CSVWriter.unwritable(path) }
  }

  private func put(_ text: String, _ file: UnsafeMutablePointer<FILE>) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      bytes.isEmpty || fwrite(bytes.baseAddress, 1, bytes.count, file) == bytes.count
    }
  }

  private func quoted(_ text: String) -> String {
    let needs = text.unicodeScalars.contains {
      $0 == "\"" || $0 == "\n" || $0 == "\r" || Character($0) == separator
    }
    guard needs else { return text }
    var out = "\""
    for scalar in text.unicodeScalars {
      if scalar == "\"" { out += "\"" }
      out.unicodeScalars.append(scalar)
    }
    return out + "\""
  }

  private static func unwritable(_ path: String) -> Fault {
    let reason = String(cString: strerror(errno))
    return Fault(
      .file, en: "cannot be written: \(reason)", zh: "无法写入：\(reason)", at: Place(file: path))
  }
}

/// A column's texts, each quoted once.
private final class QuotedTexts {
  private var known: [Int32: String] = [:]

  init(_: Column) {}

  func text(_ column: Column, _ row: Int, _ quoted: (String) -> String) -> String {
    guard !column.isMissing(row) else { return "" }
    guard case .text(let codes, let dictionary) = column.values else {
      let cell = column[row]
      return column.kind == .image ? quoted(cell.plainText(in: nil)) : cell.plainText(in: column.zone)
    }
    let code = codes[row]
    if let text = known[code] { return text }
    let text = quoted(dictionary[code])
    known[code] = text
    return text
  }
}

extension Table {
  /// Writes the table to a file of comma-separated values.
  public func save(csv path: String) throws { try CSVWriter().write(self, to: path) }
}
