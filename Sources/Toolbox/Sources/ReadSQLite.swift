internal import LuaBridge
internal import PlantData
internal import Report

/// `data.sqlite("mes.db", "units")`, `data.sqlite("mes.db", "select …", { parameters = { "R1" } })`.
var dataSQLite: Function {
  Function(
    "data.sqlite", Text(en: "reads a table or a query of an SQLite file", zh: "读取 SQLite 文件中的表或查询结果"),
    .required("path", String.self, Text(en: "the file", zh: "文件")).holding(.file("db", "sqlite", "sqlite3")),
    .required(
      "what", String.self, Text(en: "a table's name, or a query: \"select …\"", zh: "表名，或查询语句 \"select …\"")),
    .option(
      "parameters", [LuaValue].self, Text(en: "values for each ? of the query", zh: "查询中各个 ? 的值"), default: []
    ),
    .option("types", Fields<FieldType>.self, ReaderWords.types, default: ReaderWords.noTypes),
    .option("missing", [String].self, ReaderWords.missing, default: []),
    .optional("zone", String.self, ReaderWords.zone),
    .option("units", Fields<String>.self, ReaderWords.units, default: ReaderWords.none),
    .option("strict", Bool.self, ReaderWords.strict, default: false), .interpreter,
    returns: readingReturns, example: #"return data.sqlite("demo/mes.db", "stations")"#,
    given: #"plant.demo("demo", { units = 20 })"#
  ) { path, what, parameters, types, missing, zone, units, strict, interpreter in
    let options = try columnOptions(types: types, missing: missing, zone: zone, units: units, strict: strict)
    let database = try SQLiteReader(path)
    let isQuery = what.contains(" ") && !database.tableNames.contains(what)
    let reading =
      try isQuery
      ? database.query(what, queryParameters(parameters, of: "data.sqlite"), options)
      : database.table(what, options)
    return try ReadingResults(reading, interpreter)
  }
}
