internal import Report

/// The parts of a workbook: which sheets there are and where each stands (ECMA-376 part 2, and part 1, 18.2).
struct Workbook {
  struct Sheet: Equatable {
    var name: String
    var part: String
    var isHidden: Bool
  }

  let archive: ZipArchive
  let sheets: [Sheet]
  let time: ExcelTime
  private let folder: String
  private let relations: Relations

  /// - Throws: `Fault` (file), (format) when the file is no workbook, or a damaged one.
  init(_ memory: FileBytes, path: String) throws {
    try Workbook.recognise(memory.bytes, path: path)
    archive = try ZipArchive(memory, path: path)
    let package = Relations(folder: "")
    if archive.entries["_rels/.rels"] != nil { try archive.parse("_rels/.rels", package) }
    let main = package.first(ofKind: "officeDocument") ?? "xl/workbook.xml"
    guard archive.entries[main] != nil, !main.hasSuffix(".bin") else {
      throw Fault(
        .format, en: "no Excel workbook (.xlsx): it holds no sheets that can be read",
        zh: "不是 Excel 工作簿（.xlsx）：没有可读取的工作表", at: Place(file: path))
    }
    let (folder, file) = Relations.split(main)
    self.folder = folder
    relations = Relations(folder: folder)
    try archive.parse("\(folder)_rels/\(file).rels", relations)
    let list = SheetList()
    try archive.parse(main, list)
    time = ExcelTime(isSince1904: list.isSince1904)
    let parts = relations
    sheets = list.sheets.compactMap { sheet in
      parts.worksheet(sheet.relation).map { Sheet(name: sheet.name, part: $0, isHidden: sheet.isHidden) }
    }
    guard !sheets.isEmpty else {
      throw Fault(.format, en: "the workbook has no sheets", zh: "工作簿中没有工作表", at: Place(file: path))
    }
  }

  func sharedStrings() throws -> [String] {
    let strings = SharedStrings()
    if let part = relations.first(ofKind: "sharedStrings") { try archive.parse(part, strings) }
    return strings.texts
  }

  func formats() throws -> [CellFormat] {
    let formats = CellFormats()
    if let part = relations.first(ofKind: "styles") { try archive.parse(part, formats) }
    return formats.ofStyle
  }

  /// Says what a file is that is no zip archive.
  private static func recognise(_ bytes: UnsafeRawBufferPointer, path: String) throws {
    if bytes.starts(with: [0x50, 0x4B]) { return }
    if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
      throw Fault(
        .format,
        en: "an old .xls workbook, or one with a password; save it in Excel as .xlsx without a password",
        zh: "旧版 .xls 工作簿或带密码的工作簿；请在 Excel 中另存为不带密码的 .xlsx", at: Place(file: path))
    }
    let isText = !bytes.isEmpty && !bytes.prefix(4096).contains(0)
    throw Fault(
      .format, en: "no Excel workbook (.xlsx)" + (isText ? ", but text" : ""),
      zh: "不是 Excel 工作簿（.xlsx）" + (isText ? "，而是文本" : ""), at: Place(file: path),
      try: isText ? "data.csv \"\(path)\"" : nil)
  }
}
