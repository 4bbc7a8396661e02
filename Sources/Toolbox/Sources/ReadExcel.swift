internal import LuaBridge
internal import PlantData
internal import Report

/// `data.xlsx "lots.xlsx"`, `data.xlsx { "lots.xlsx", sheet = "三月", header = 3 }`.
var dataExcel: Function {
  Function(
    "data.xlsx", Text(en: "reads a sheet of an Excel workbook (.xlsx)", zh: "读取 Excel 工作簿（.xlsx）的一个工作表"),
    .required("path", String.self, Text(en: "the file", zh: "文件")).holding(.file("xlsx")),
    .optional(
      "sheet", SheetChoice.self, Text(en: "the sheet by name or number; the first", zh: "工作表名称或序号；默认第一个")),
    .optional(
      "header", Int.self,
      Text(
        en: "the row that names the columns, 0 for none; found out when left out", zh: "列名所在行，0 表示没有；省略时自动判断"),
      in: 0...1_048_576),
    .option(
      "header_rows", Int.self,
      Text(en: "how many rows name the columns: \"温度.入口\"", zh: "列名占几行，合并为 \"温度.入口\""), default: 1, in: 1...10
    ),
    .option("types", Fields<FieldType>.self, ReaderWords.types, default: ReaderWords.noTypes),
    .option("missing", [String].self, ReaderWords.missing, default: []),
    .optional("zone", String.self, ReaderWords.zone),
    .option("units", Fields<String>.self, ReaderWords.units, default: ReaderWords.none),
    .option("strict", Bool.self, ReaderWords.strict, default: false), .interpreter,
    returns: readingReturns, example: #"return data.xlsx { "lots.xlsx", sheet = 1 }"#,
    given: #"data.csv("line3.csv"):save "lots.xlsx""#
  ) { path, sheet, header, headerRows, types, missing, zone, units, strict, interpreter in
    let columns = try columnOptions(types: types, missing: missing, zone: zone, units: units, strict: strict)
    let options = ExcelOptions(sheet: sheet?.sheet, header: header, headerRows: headerRows)
    return try ReadingResults(ExcelReader.read(path, options, columns: columns), interpreter)
  }
}

/// A sheet by its name or by its number, counted from 1.
struct SheetChoice: LuaReadable {
  let sheet: ExcelOptions.Sheet

  static var luaKind: LuaKind {
    LuaKind(Text(en: "string or integer", zh: "字符串或整数"), plural: "strings or integers")
  }

  static func read(_ state: LuaState, _ index: Int32) throws -> SheetChoice? {
    // A number is not taken for a text, as Lua would.
    if let number = Int.read(state, index) { return SheetChoice(sheet: .number(number)) }
    return String.read(state, index).map { SheetChoice(sheet: .name($0)) }
  }
}
