internal import Report
internal import Workers

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

  /// Rows that one thread turns into text at a time.
  private static let block = 1 << 14

  /// - Throws: a fault when the file cannot be written.
  public func write(_ table: Table, to path: String) throws {
    guard let file = fopen(path, "wb") else { throw CSVWriter.unwritable(path) }
    var isOpen = true
    defer { if isOpen { fclose(file) } }
    setvbuf(file, nil, _IONBF, 0)
    var isWritten = put(table.columnNames.map(quoted).joined(separator: String(separator)) + "\n", file)
    let columns = table.columns.map { ColumnText($0, quoted: quoted) }
    let comma = separator.utf8.first ?? 44
    let blocks = (table.rowCount + CSVWriter.block - 1) / CSVWriter.block
    let texts = (0..<Workers.count * Workers.rangesPerThread).map { _ in Block(columns) }
    for first in stride(from: 0, to: blocks, by: texts.count) where isWritten {
      let several = min(texts.count, blocks - first)
      Workers.runIndexed(several) { part in
        let low = (first + part) * CSVWriter.block
        texts[part].fill(low..<min(table.rowCount, low + CSVWriter.block), separator: comma)
      }
      try Interruption.check()
      for part in 0..<several where isWritten { isWritten = texts[part].put(into: file) }
    }
    isOpen = false
    guard fclose(file) == 0, isWritten else { throw CSVWriter.unwritable(path) }
    FileUse(.written, path).note()
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

/// The text of a block of rows; used by one thread at a time.
private final class Block: @unchecked Sendable {
  private var columns: [ColumnText]
  private var text = ByteText()

  init(_ columns: [ColumnText]) { self.columns = columns }

  func fill(_ rows: Range<Int>, separator: UInt8) {
    var own = ByteText(capacity: max(1 << 16, text.count))
    columns.withUnsafeMutableBufferPointer { columns in
      for row in rows {
        for i in columns.indices {
          if i > 0 { own.append(byte: separator) }
          columns[i].append(row, to: &own)
        }
        own.append(byte: 10)
      }
    }
    text = own
  }

  func put(into file: UnsafeMutablePointer<FILE>) -> Bool {
    text.bytes.isEmpty || fwrite(text.bytes.baseAddress, 1, text.bytes.count, file) == text.bytes.count
  }
}

extension Table {
  /// Writes the table to a file of comma-separated values.
  public func save(csv path: String) throws { try CSVWriter().write(self, to: path) }
}
