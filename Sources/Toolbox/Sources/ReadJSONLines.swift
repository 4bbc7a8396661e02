internal import LuaBridge
internal import PlantData
internal import Report

/// `data.jsonl "lots.jsonl"`.
var dataJSONLines: Function {
  Function(
    "data.jsonl", Text(en: "reads JSON lines, one object a line", zh: "读取 JSON Lines 文件，每行一个对象"),
    .required("path", String.self, Text(en: "the file", zh: "文件")).holding(
      .file("jsonl", "ndjson", "json", "gz")),
    .option("types", Fields<FieldType>.self, ReaderWords.types, default: ReaderWords.noTypes),
    .option("missing", [String].self, ReaderWords.missing, default: []),
    .optional("zone", String.self, ReaderWords.zone),
    .option("units", Fields<String>.self, ReaderWords.units, default: ReaderWords.none),
    .option("strict", Bool.self, ReaderWords.strict, default: false), .interpreter,
    returns: readingReturns, example: #"return data.jsonl "lots.jsonl""#,
    given: #"local f = io.open("lots.jsonl", "w") f:write('{"batch_no": "L1", "weight": 18}\n') f:close()"#
  ) { path, types, missing, zone, units, strict, interpreter in
    let options = try columnOptions(types: types, missing: missing, zone: zone, units: units, strict: strict)
    return try ReadingResults(JSONLinesReader.read(path, options), interpreter)
  }
}
