internal import Report

/// Reads a sheet of an Excel workbook (.xlsx, ECMA-376) as a table.
///
/// The first row that holds anything names the columns, after a title that stands alone above it. Times are those of
/// the local clock unless a zone is declared. A cell with an error, or with a formula that was never calculated, has
/// no value, which a note says; of merged cells each row has the value. Formulas give the values that Excel stored.
///
///     try ExcelReader.read("lots.xlsx", ExcelOptions(sheet: .name("三月"))).table
public enum ExcelReader {
  /// - Throws: `Fault` (file), (format) with row and column where the workbook is damaged, (name) with the nearest
  ///   sheets.
  public static func read(
    _ path: String, _ options: ExcelOptions = ExcelOptions(), columns: ColumnOptions = ColumnOptions()
  ) throws -> Reading {
    try read(FileBytes.read(path), path, options, columns)
  }

  /// Reads bytes at hand, under the name `path`.
  package static func read(
    bytes: [UInt8], path: String, _ options: ExcelOptions = ExcelOptions(),
    columns: ColumnOptions = ColumnOptions()
  ) throws -> Reading {
    try read(bytes.withUnsafeBytes { FileBytes(copying: $0) }, path, options, columns)
  }

  /// The names of the sheets, as they stand in the workbook.
  public static func sheetNames(_ path: String) throws -> [String] {
    try Workbook(FileBytes.read(path), path: path).sheets.map(\.name)
  }

  private static func read(
    _ memory: FileBytes, _ path: String, _ options: ExcelOptions, _ columns: ColumnOptions
  ) throws -> Reading {
    let workbook = try Workbook(memory, path: path)
    let (sheet, note) = try choose(options.sheet, workbook, path: path)
    let source = "\(path):\(sheet.name)"
    let table = SheetTable(source: source, options: options, columns: columns)
    let cells = SheetCells(
      texts: try workbook.sharedStrings(), formats: try workbook.formats(), time: workbook.time,
      take: { try table.add(row: $0, $1) })
    do {
      try workbook.archive.parse(sheet.part, cells)
    } catch let fault as Fault where fault.code == .format {
      // What is wrong within the sheet is said with the sheet, and with the row that was being read.
      let place = fault.place ?? Place()
      throw Fault(
        .format, fault.what,
        at: Place(
          file: source, row: place.row ?? (cells.place > 0 ? cells.place : nil), column: place.column),
        try: fault.remedy, details: fault.details)
    }
    return try table.finish(merged: cells.merged).noting([note].compactMap(\.self))
  }

  /// The sheet that is meant; without a word on it the first that can be seen, and a note when there are others.
  private static func choose(
    _ choice: ExcelOptions.Sheet?, _ workbook: Workbook, path: String
  ) throws -> (Workbook.Sheet, Text?) {
    let sheets = workbook.sheets
    switch choice {
    case .name(let name)?:
      if let sheet = sheets.first(where: { $0.name == name }) { return (sheet, nil) }
      let fault = Fault.unknownName(
        name, among: sheets.map(\.name), what: Text(en: "sheet", zh: "工作表"),
        whole: Text(en: "sheets", zh: "现有工作表"))
      throw Fault(fault.code, fault.what, at: Place(file: path))
    case .number(let number)?:
      if sheets.indices.contains(number - 1) { return (sheets[number - 1], nil) }
      throw Fault(
        .range, en: "no sheet \(number), the workbook has \(sheets.count)",
        zh: "没有第 \(number) 个工作表，工作簿共有 \(sheets.count) 个", at: Place(file: path))
    case nil:
      let visible = sheets.filter { !$0.isHidden }
      let sheet = visible.first ?? sheets[0]
      let others = visible.filter { $0 != sheet }.map(\.name)
      guard !others.isEmpty else { return (sheet, nil) }
      let some = others.prefix(5).joined(separator: ", ") + (others.count > 5 ? ", …" : "")
      return (
        sheet,
        Text(
          en: "\(path): sheet '\(sheet.name)' was read; there are also \(some)",
          zh: "\(path)：读取的是工作表“\(sheet.name)”；另有 \(some)")
      )
    }
  }
}
