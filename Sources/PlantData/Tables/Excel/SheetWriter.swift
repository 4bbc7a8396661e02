internal import Report

/// Writes the cells of a table as a sheet, and the texts to which they refer.
final class SheetWriter {
  private let table: Table
  private let columns: [SheetColumn]
  private var out: [UInt8] = []
  private var texts: [(column: Int, code: Int32)] = []

  init(_ table: Table) {
    self.table = table
    columns = table.columns.enumerated().map { SheetColumn($1, letters: CellReference.letters($0)) }
  }

  func write(_ write: ZipWriter.Write, path: String) throws {
    out.reserveCapacity(1 << 17)
    start()
    for row in 0..<table.rowCount {
      if row & 0xFFF == 0 { try Interruption.check() }
      put("<row r=\"\(row + 2)\">")
      for (i, column) in columns.enumerated() where !column.column.isMissing(row) {
        try cell(i, column, row, path: path)
      }
      put("</row>")
      if out.count > 1 << 16 { try flush(write) }
    }
    put("</sheetData>")
    if !columns.isEmpty { put("<autoFilter ref=\"\(range)\"/>") }
    put("</worksheet>")
    try flush(write)
  }

  /// The texts in the order of their numbers.
  func writeTexts(_ write: ZipWriter.Write) throws {
    put(ExcelParts.start)
    put("<sst xmlns=\"\(ExcelParts.main)\" uniqueCount=\"\(texts.count)\">")
    for (column, code) in texts {
      guard case .text(_, let dictionary) = columns[column].column.values else { continue }
      put("<si><t xml:space=\"preserve\">")
      put(CellText.encoded(dictionary[code]))
      put("</t></si>")
      if out.count > 1 << 16 { try flush(write) }
    }
    put("</sst>")
    try flush(write)
  }

  private func put(_ text: String) { out.append(contentsOf: text.utf8) }

  private func flush(_ write: ZipWriter.Write) throws {
    try out.withUnsafeBytes { try write($0) }
    out.removeAll(keepingCapacity: true)
  }

  private var range: String { "A1:\(columns.last?.letters ?? "A")\(table.rowCount + 1)" }

  /// Everything before the first row of data.
  private func start() {
    put(ExcelParts.start)
    put("<worksheet xmlns=\"\(ExcelParts.main)\"><dimension ref=\"\(range)\"/>")
    put("<sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\"")
    put(" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews>")
    if !columns.isEmpty {
      put("<cols>")
      for (i, column) in columns.enumerated() {
        put("<col min=\"\(i + 1)\" max=\"\(i + 1)\" width=\"\(column.width)\" customWidth=\"1\"/>")
      }
      put("</cols>")
    }
    put("<sheetData><row r=\"1\">")
    for column in columns {
      put("<c r=\"\(column.letters)1\" s=\"\(ExcelParts.Style.header.rawValue)\" t=\"inlineStr\">")
      put("<is><t xml:space=\"preserve\">\(CellText.encoded(column.column.name))</t></is></c>")
    }
    put("</row>")
  }

  private func cell(_ i: Int, _ column: SheetColumn, _ row: Int, path: String) throws {
    put("<c r=\"")
    out.append(contentsOf: column.letterBytes)
    put("\(row + 2)\"")
    switch column.column.values {
    case .bool(let bits): put(" t=\"b\"><v>\(bits[row] ? 1 : 0)</v></c>")
    case .int64(let numbers) where column.isExact: put("><v>\(numbers[row])</v></c>")
    case .float64(let numbers):
      let number = numbers[row]
      put(number.isFinite ? "><v>\(number.plainText)</v></c>" : " t=\"e\"><v>#NUM!</v></c>")
    case .timestamp(let moments, let zone):
      let local = moments[row] &+ Int64(zone?.minutes ?? 0) * 60_000_000
      if let serial = SheetColumn.time.serial(local) {
        put(" s=\"\(column.style.rawValue)\"><v>\(serial)</v></c>")
      } else {
        inline(column.column[row].plainText(in: zone))
      }
    case .text(let codes, _): put(" t=\"s\"><v>\(try number(of: codes[row], i, column, row, path))</v></c>")
    case .int64, .image: inline(column.column[row].plainText(in: nil))
    }
  }

  private func inline(_ text: String) {
    put(" t=\"inlineStr\"><is><t xml:space=\"preserve\">\(CellText.encoded(text))</t></is></c>")
  }

  /// The number of a text, new when it was not written before.
  private func number(
    of code: Int32, _ i: Int, _ column: SheetColumn, _ row: Int, _ path: String
  ) throws -> Int {
    if let known = column.numberOfCode[code] { return known }
    let length = column.column[row].words.utf16.count
    guard length <= 32_767 else {
      throw Fault(
        .limit, en: "a text of \(length.grouped) letters; a cell holds 32,767",
        zh: "文本有 \(length.grouped) 个字符；单元格最多 32,767 个",
        at: Place(file: path, row: row + 2, column: column.column.name))
    }
    texts.append((i, code))
    column.numberOfCode[code] = texts.count - 1
    return texts.count - 1
  }
}

/// A column as it is written to a sheet.
private final class SheetColumn {
  static let time = ExcelTime(isSince1904: false)

  let column: Column
  let letters: String
  let letterBytes: [UInt8]
  let style: ExcelParts.Style
  /// Whether Excel holds every whole number of the column.
  let isExact: Bool
  var numberOfCode: [Int32: Int] = [:]

  init(_ column: Column, letters: String) {
    self.column = column
    self.letters = letters
    letterBytes = Array(letters.utf8)
    if case .timestamp(let moments, _) = column.values {
      let hasFractions = moments.values.contains { $0 % Timestamp.microsecondsPerSecond != 0 }
      style = hasFractions ? .timeWithMilliseconds : .time
    } else {
      style = .plain
    }
    if case .int64(let numbers) = column.values {
      isExact = !numbers.values.contains { $0.magnitude > 1 << 53 }
    } else {
      isExact = true
    }
  }

  /// In letters of the usual size.
  var width: Int {
    let name = column.name.displayWidth + 4
    return min(60, max(name, column.kind == .timestamp ? 24 : 10))
  }
}
