internal import Report

/// One file of separated values, decoded and its header read.
struct CSVFile {
  let text: TextFile
  let options: CSVOptions
  let dialect: CSVDialect
  /// True when the separator was found out rather than declared.
  let isDialectGuessed: Bool
  let names: [String]
  /// Where the records begin, and the row number of the first.
  let bodyStart: Int
  let firstRow: Int
  let notes: [Text]

  init(path: String, options: CSVOptions) throws {
    let text = try TextFile(contentsOf: path, encoding: options.encoding)
    try self.init(text: text, options: options)
  }

  init(text: TextFile, options: CSVOptions) throws {
    self.text = text
    self.options = options
    let bytes = text.bytes
    var start = 0
    for _ in 0..<options.skip { start = RecordScan.lineEnd(bytes, from: start + 1) }
    start = min(start, bytes.count)
    let body = UnsafeRawBufferPointer(rebasing: bytes[start...])
    dialect = try options.separator.map { try CSVDialect(separator: $0) } ?? CSVDialect.detect(body)
    isDialectGuessed = options.separator == nil && dialect.separator != 44
    guard body.contains(where: { $0 != 10 && $0 != 13 && $0 != 32 }) else {
      throw Fault(
        .format, en: "the file is empty", zh: "文件是空的", at: Place(file: text.path))
    }
    var cursor = CSVCursor(bytes, range: start..<bytes.count, separator: dialect.separator)
    var row = options.skip + 1
    var first: [String] = []
    var next = start
    repeat {
      next = cursor.i
      first = CSVFile.record(&cursor)
      row += 1
    } while first == [""] && !cursor.isAtEnd
    bodyStart = options.hasHeader ? cursor.i : next
    firstRow = options.hasHeader ? row : row - 1
    let given = options.names ?? (options.hasHeader ? first : first.map { _ in "" })
    guard given.count == first.count else {
      throw Fault(
        .usage, en: "\(given.count) names for \(first.count) columns",
        zh: "\(first.count) 列却给了 \(given.count) 个列名",
        at: Place(file: text.path))
    }
    (names, notes) = CSVFile.distinct(given, path: text.path)
  }

  /// One record as texts.
  private static func record(_ cursor: inout CSVCursor) -> [String] {
    var arena = ByteArena()
    defer { arena.deallocate() }
    var field = FieldBytes(start: cursor.base, count: 0)
    var isQuoted = false
    var texts: [String] = []
    while true {
      let stop = cursor.next(&field, isQuoted: &isQuoted, arena: &arena)
      texts.append(field.trimmed.string)
      if stop != .field { return texts }
    }
  }

  /// Column names, the unnamed ones called c1, c2 … by their place and repeated ones numbered.
  private static func distinct(_ given: [String], path: String) -> ([String], [Text]) {
    var names: [String] = []
    var seen: Set<String> = []
    var notes: [Text] = []
    for (i, name) in given.enumerated() {
      let wanted = name.isEmpty ? "c\(i + 1)" : name
      var unique = wanted
      var number = 2
      while !seen.insert(unique).inserted {
        unique = "\(wanted)_\(number)"
        number += 1
      }
      if unique != wanted {
        notes.append(
          Text(
            en: "\(path): a second column '\(wanted)' is called '\(unique)'",
            zh: "\(path)：重名的列“\(wanted)”改称“\(unique)”"))
      }
      names.append(unique)
    }
    return (names, notes)
  }
}
