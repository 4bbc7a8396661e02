internal import Report

/// Writes a table as an Excel workbook (.xlsx, ECMA-376) of one sheet: a bold header that stays in sight, a filter,
/// numbers, times and truth values as what they are, texts that occur often only once.
///
/// Excel keeps times to the millisecond and without a zone: they are written as the zone's local time. Whole numbers
/// beyond 2^53, of which Excel would lose digits, are written as text.
///
///     try table.save(excel: "lots.xlsx", sheet: "三月")
public struct ExcelWriter {
  static let mostRows = 1_048_576

  private let table: Table
  private let path: String
  private let sheet: String

  init(_ table: Table, path: String, sheet: String) throws {
    self.table = table
    self.path = path
    self.sheet = sheet
    guard table.rowCount < ExcelWriter.mostRows, table.columns.count <= CellReference.columnLimit else {
      throw Fault(
        .limit,
        en:
          "\(table.rowCount.grouped) rows of \(table.columns.count) columns: a sheet holds 1,048,575 of 16,384",
        zh: "\(table.rowCount.grouped) 行、\(table.columns.count) 列：一个工作表最多 1,048,575 行、16,384 列",
        at: Place(file: path))
    }
    let isName = (1...31).contains(sheet.utf16.count) && !sheet.contains { "[]:*?/\\".contains($0) }
    guard isName, sheet.first != "'", sheet.last != "'" else {
      throw Fault(
        .usage, en: "'\(sheet)' is no name of a sheet: at most 31 letters, none of [ ] : * ? / \\",
        zh: "“\(sheet)”不能作为工作表名：最多 31 个字符，且不含 [ ] : * ? / \\")
    }
  }

  func write() throws {
    let archive = try ZipWriter(path)
    for (name, text) in ExcelParts.fixed(sheet: sheet) {
      try archive.add(name) { write in try Array(text.utf8).withUnsafeBytes { try write($0) } }
    }
    let cells = SheetWriter(table)
    try archive.add("xl/worksheets/sheet1.xml") { try cells.write($0, path: path) }
    try archive.add("xl/sharedStrings.xml") { try cells.writeTexts($0) }
    try archive.finish()
  }
}

extension Table {
  /// Writes the table to an Excel workbook.
  ///
  /// - Throws: `Fault` (limit) when it holds more than a sheet can, (file) when the file cannot be written.
  public func save(excel path: String, sheet: String = "Sheet1") throws {
    try ExcelWriter(self, path: path, sheet: sheet).write()
  }
}
