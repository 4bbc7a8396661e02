internal import LuaBridge
internal import PlantData
internal import Report

/// `data.json "lots.json"`, `data.json { "answer.json", rows = "data.items" }`.
var dataJSON: Function {
  Function(
    "data.json",
    Text(
      en: "reads a JSON document: a list of objects, or an object of lists", zh: "读取 JSON 文档：对象列表，或由列表组成的对象"),
    .required("path", String.self, Text(en: "the file", zh: "文件")).holding(.file("json")),
    .optional(
      "rows", String.self,
      Text(en: "the member that holds the rows, such as \"data.items\"", zh: "数据行所在的成员，如 \"data.items\"")),
    .option("types", Fields<FieldType>.self, ReaderWords.types, default: ReaderWords.noTypes),
    .option("missing", [String].self, ReaderWords.missing, default: []),
    .optional("zone", String.self, ReaderWords.zone),
    .option("units", Fields<String>.self, ReaderWords.units, default: ReaderWords.none),
    .option("strict", Bool.self, ReaderWords.strict, default: false), .interpreter,
    returns: readingReturns, example: #"return data.json "lots.json""#,
    given: #"local f = io.open("lots.json", "w") f:write('[{"lot": "L1", "heat": {"no": 7}}]') f:close()"#
  ) { path, rows, types, missing, zone, units, strict, interpreter in
    let options = try columnOptions(types: types, missing: missing, zone: zone, units: units, strict: strict)
    return try ReadingResults(JSONReader.read(path, rows: rows, options), interpreter)
  }
}
