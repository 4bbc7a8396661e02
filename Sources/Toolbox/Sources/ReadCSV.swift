internal import LuaBridge
internal import PlantData
internal import Report

/// `data.csv "history/*.csv"`, `data.csv { "line3.csv", encoding = "gb18030", missing = { "n/a" } }`.
var dataCSV: Function {
  Function(
    "data.csv", Text(en: "reads files of separated values (CSV, TSV)", zh: "读取分隔值文件（CSV、TSV）"),
    .required("path", String.self, Text(en: "the file; * names several", zh: "文件；* 可匹配多个文件")).holding(
      .file("csv", "tsv", "txt", "gz")),
    .optional(
      "encoding", String.self,
      Text(en: "such as \"gb18030\"; found out when left out", zh: "编码，如 \"gb18030\"；省略时自动识别")),
    .optional(
      "separator", String.self, Text(en: "between fields; found out when left out", zh: "分隔符；省略时自动识别")),
    .option(
      "header", Bool.self, Text(en: "whether the first row names the columns", zh: "第一行是否为列名"), default: true),
    .optional("names", [String].self, Text(en: "names of the columns", zh: "列名")),
    .option(
      "skip", Int.self, Text(en: "rows before the header", zh: "表头之前要跳过的行数"), default: 0, in: 0...10_000),
    .option("types", Fields<FieldType>.self, ReaderWords.types, default: ReaderWords.noTypes),
    .option("missing", [String].self, ReaderWords.missing, default: []),
    .optional("zone", String.self, ReaderWords.zone),
    .option("decimal", String.self, Text(en: "decimal sign", zh: "小数点符号"), default: "."),
    .option("units", Fields<String>.self, ReaderWords.units, default: ReaderWords.none),
    .option("strict", Bool.self, ReaderWords.strict, default: false),
    .optional(
      "file_column", String.self,
      Text(en: "a column to add that names each row's file", zh: "附加一列，写明每行来自哪个文件")), .interpreter,
    returns: readingReturns, example: #"return data.csv { "line3.csv", units = { speed = "m/s" } }"#,
    given: #"local f = io.open("line3.csv", "w") f:write("serial,speed\nSN1,11.4\nSN2,12\n") f:close()"#
  ) {
    path, encoding, separator, header, names, skip, types, missing, zone, decimal, units, strict,
    fileColumn, interpreter in
    let shared = try columnOptions(types: types, missing: missing, zone: zone, units: units, strict: strict)
    let options = try CSVOptions(
      encoding: encoding.map { try TextEncoding(named: $0) },
      separator: separator.map { try single($0, "separator") }, hasHeader: header, names: names, skip: skip,
      types: shared.types, missing: missing, zone: shared.zone, decimal: single(decimal, "decimal"),
      units: shared.units, isStrict: strict)
    var reading = try CSVReader.read([path], options)
    if let fileColumn { reading.table = try reading.table.namingFiles(fileColumn) }
    return try ReadingResults(reading, interpreter)
  }
}

private func single(_ text: String, _ option: String) throws -> Character {
  guard let character = text.first, text.count == 1, character.isASCII else {
    throw Fault(
      .usage, en: "data.csv: \(option) must be one ASCII character", zh: "data.csv：\(option) 必须是单个 ASCII 字符")
  }
  return character
}
