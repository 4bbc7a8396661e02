internal import Report

/// A JSON document and how its rows are found: here those of a list.
struct JSONDocument {
  let file: TextFile

  /// The first byte that is no blank.
  var start: Int { blanks(from: 0) }

  var startsAList: Bool { start < file.bytes.count && file.bytes[start] == UInt8(ascii: "[") }

  private func blanks(from first: Int) -> Int {
    let bytes = file.bytes
    var i = first
    while i < bytes.count, [32, 9, 10, 13].contains(bytes[i]) { i += 1 }
    return i
  }

  /// The elements of the list that the document is, one after the other.
  func readList(_ columns: consuming RowColumns) throws -> Reading {
    let bytes = file.bytes
    var i = blanks(from: start + 1)
    var row = 0
    guard i < bytes.count else { throw damaged(at: i, "the list has no end", "列表没有结束") }
    if bytes[i] == UInt8(ascii: "]") { return try finish(columns, at: i + 1) }
    while true {
      row += 1
      if row & 0xFFF == 0 { try Interruption.check() }
      do {
        let (value, count) = try JSONValue.parse(UnsafeRawBufferPointer(rebasing: bytes[i...]))
        try add(value, row: row, to: &columns)
        i = blanks(from: i + count)
      } catch let damage as JSONValue.Damage {
        throw damaged(at: i + damage.offset, damage.words, damage.words)
      }
      guard i < bytes.count else { throw damaged(at: i, "the list has no end", "列表没有结束") }
      if bytes[i] == UInt8(ascii: "]") { return try finish(columns, at: i + 1) }
      guard bytes[i] == UInt8(ascii: ",") else {
        throw damaged(at: i, "a comma or ] is missing", "缺少逗号或 ]")
      }
      i = blanks(from: i + 1)
    }
  }

  private func finish(_ columns: consuming RowColumns, at end: Int) throws -> Reading {
    let rest = blanks(from: end)
    guard rest == file.bytes.count else {
      throw damaged(at: rest, "the document goes on after its end", "文档结束后还有内容")
    }
    return try columns.finish()
  }

  func add(_ value: JSONValue, row: Int, to columns: inout RowColumns) throws {
    if value.isObject {
      try value.add(to: &columns)
      columns.endRow(at: row)
    } else {
      columns.refuse(row: row, reason: JSONLinesReader.notAnObject, text: value.cell.text)
    }
  }

  /// What is wrong at a byte, by line and column as an editor counts them.
  func damaged(at offset: Int, _ en: String, _ zh: String) -> Fault {
    let before = file.bytes.prefix(offset)
    let line = before.reduce(1) { $0 + ($1 == 10 ? 1 : 0) }
    let lineStart = (before.lastIndex(of: 10) ?? -1) + 1
    let column = String(decoding: file.bytes[lineStart..<offset], as: UTF8.self).count + 1
    return Fault(
      .format, en: "column \(column): no JSON: \(en)", zh: "第 \(column) 列不是有效的 JSON：\(zh)",
      at: Place(file: file.path, line: line))
  }
}
