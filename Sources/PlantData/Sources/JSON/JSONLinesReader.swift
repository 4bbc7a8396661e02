internal import Report

/// Reads JSON lines: one object a line, its keys the columns. A key that a line lacks is a missing value, an
/// object within the object gives columns `outer.inner`, a list is kept as its JSON text.
///
///     try JSONLinesReader.read("lots.jsonl").table.columnNames      // ["batch_no", "material", "heat.no"]
public enum JSONLinesReader {
  /// - Throws: `Fault` (file, encoding); a line that is no JSON object goes to quarantine with its row.
  public static func read(_ path: String, _ options: ColumnOptions = ColumnOptions()) throws -> Reading {
    try read(TextFile(contentsOf: path), options)
  }

  /// Reads bytes at hand, under the name `path`.
  package static func read(
    bytes: [UInt8], path: String, _ options: ColumnOptions = ColumnOptions()
  ) throws -> Reading {
    try read(TextFile(bytes.withUnsafeBytes { FileBytes(copying: $0) }, path: path), options)
  }

  private static func read(_ file: TextFile, _ options: ColumnOptions) throws -> Reading {
    var columns = RowColumns(source: file.path, options: options)
    let bytes = file.bytes
    defer { withExtendedLifetime(file) {} }
    var start = 0, row = 0
    while start < bytes.count {
      let end = RecordScan.lineEnd(bytes, from: start + 1)
      let line = UnsafeRawBufferPointer(rebasing: bytes[start..<end])
      start = end
      row += 1
      if row & 0xFFF == 0 { try Interruption.check() }
      if line.allSatisfy({ $0 == 32 || $0 == 9 || $0 == 10 || $0 == 13 }) { continue }
      if let reason = try add(line, to: &columns) {
        let text = String(decoding: line, as: UTF8.self).filter { $0 != "\n" && $0 != "\r\n" }
        columns.refuse(row: row, reason: reason, text: text)
      } else {
        columns.endRow(at: row)
      }
    }
    return try columns.finish()
  }

  /// Adds the object of a line to the row being gathered, or says why it is none.
  private static func add(_ line: UnsafeRawBufferPointer, to columns: inout RowColumns) throws -> Text? {
    do {
      let object = try JSONValue.parse(line, isWhole: true).value
      guard object.isObject else { return notAnObject }
      try object.add(to: &columns)
      return nil
    } catch let damage as JSONValue.Damage {
      return Text(
        en: "no JSON at byte \(damage.offset): \(damage.words)",
        zh: "第 \(damage.offset) 个字节处不是有效的 JSON：\(damage.words)")
    }
  }

  static let notAnObject = Text(en: "no JSON object { … }", zh: "不是 JSON 对象 { … }")
}
