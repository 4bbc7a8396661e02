internal import CJansson
internal import Glibc
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
    var start = 0, row = 0
    while start < bytes.count {
      let end = RecordScan.lineEnd(bytes, from: start + 1)
      let line = UnsafeRawBufferPointer(rebasing: bytes[start..<end])
      start = end
      row += 1
      if row & 0xFFF == 0 { try Interruption.check() }
      if line.allSatisfy({ $0 == 32 || $0 == 9 || $0 == 10 || $0 == 13 }) { continue }
      switch parse(line) {
      case .object(let object):
        add(object, prefix: "", to: &columns)
        json_decref(object)
        columns.endRow(at: row)
      case .broken(let reason):
        let text = String(decoding: line, as: UTF8.self).filter { $0 != "\n" && $0 != "\r\n" }
        columns.refuse(row: row, reason: reason, text: text)
      }
    }
    return try columns.finish()
  }

  private enum Line {
    case object(UnsafeMutablePointer<json_t>)
    case broken(Text)
  }

  private static func parse(_ line: UnsafeRawBufferPointer) -> Line {
    var error = json_error_t()
    let bytes = line.bindMemory(to: CChar.self)
    let flags = Int(JSON_REJECT_DUPLICATES) | Int(JSON_DECODE_ANY)
    guard let value = json_loadb(bytes.baseAddress, bytes.count, flags, &error) else {
      let words = withUnsafeBytes(of: &error.text) { raw in
        String(decoding: raw.prefix { $0 != 0 }, as: UTF8.self)
      }
      return .broken(
        Text(
          en: "no JSON at byte \(error.position): \(words)", zh: "第 \(error.position) 个字节处不是有效的 JSON：\(words)"
        ))
    }
    guard value.pointee.type == JSON_OBJECT else {
      json_decref(value)
      return .broken(Text(en: "no JSON object { … }", zh: "不是 JSON 对象 { … }"))
    }
    return .object(value)
  }

  private static func add(
    _ object: UnsafeMutablePointer<json_t>, prefix: String, to columns: inout RowColumns
  ) {
    var at = json_object_iter(object)
    while let entry = at {
      defer { at = json_object_iter_next(object, entry) }
      guard let key = json_object_iter_key(entry), let value = json_object_iter_value(entry) else { continue }
      let name = prefix + String(cString: key)
      if value.pointee.type == JSON_OBJECT, json_object_size(value) > 0 {
        add(value, prefix: name + ".", to: &columns)
      } else {
        columns.set(columns.slot(named: name), rowValue(value))
      }
    }
  }

  private static func rowValue(_ value: UnsafeMutablePointer<json_t>) -> RowValue {
    switch value.pointee.type {
    case JSON_STRING: return .text(json_string_value(value).map { String(cString: $0) } ?? "")
    case JSON_INTEGER: return .int(Int64(json_integer_value(value)))
    case JSON_REAL: return .float(json_real_value(value))
    case JSON_TRUE: return .bool(true)
    case JSON_FALSE: return .bool(false)
    case JSON_NULL: return .missing
    default:
      guard let text = json_dumps(value, Int(JSON_COMPACT)) else { return .missing }
      defer { free(text) }
      return .text(String(cString: text))
    }
  }
}
