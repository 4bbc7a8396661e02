public import LuaBridge
public import Pipelines
internal import PlantData
public import Report

extension Line: LuaClass {
  public static var luaName: String { "line" }
  public static var luaTitle: Text { Text(en: "line", zh: "产线") }
}

/// Lua that opens the line of the examples.
private let givenLine = #"plant.demo("demo", { units = 20 }) line = plant.open "demo/line3.plant.lua""#

/// `plant.open` and what a line can do.
var plantItems: [any Item] {
  [
    Function(
      "plant.open", Text(en: "opens a line by its plant file", zh: "按产线文件打开一条产线"),
      .required("path", String.self, Text(en: "the plant file", zh: "产线文件")).holding(.file("lua")),
      returns: Text(en: "the line; its sources are read when asked for", zh: "产线；数据源在用到时读取"),
      example: #"return plant.open "demo/line3.plant.lua""#, given: #"plant.demo("demo", { units = 20 })"#
    ) { path in try Line(contentsOf: path) },
    ObjectType(Line.self, Text(en: "a line with its systems", zh: "产线及其各系统"), given: givenLine),
    Method(
      of: Line.self, "units",
      Text(en: "one row for each produced unit, all sources bound to it", zh: "每件产品一行，已绑定各数据源"),
      .interpreter, returns: Text(en: "a table", zh: "数据表"), example: "return line:units()", given: givenLine
    ) { (line: Line, interpreter: Interpreter) throws -> Table in
      let units = try line.units()
      for note in units.notes { interpreter.output("\(note)\n") }
      return units.noting([])
    },
    Method(
      of: Line.self, "source", Text(en: "a source as it is, before anything is bound", zh: "数据源的原始内容"),
      .required("name", String.self, Text(en: "the source's name", zh: "数据源名称")),
      .optional("table", String.self, Text(en: "the table of a database", zh: "数据库中的表")),
      .interpreter, returns: readingReturns, example: #"return line:source "erp""#, given: givenLine
    ) { (line: Line, name: String, table: String?, interpreter: Interpreter) throws -> ReadingResults in
      try ReadingResults(line.read(name, table: table), interpreter)
    },
    Property(
      of: Line.self, "quarantine",
      Text(
        en: "the rows that could not be read, of the sources read so far: file, row, reason",
        zh: "已读取的数据源中无法读取的行：file、row、reason"),
      example: "line:units() return line.quarantine", given: givenLine
    ) { (line: Line) throws -> Table in try QuarantinedRow.table(line.quarantine) },
    Property(
      of: Line.self, "sources", Text(en: "the names of the sources", zh: "各数据源名称"),
      example: "return line.sources",
      given: givenLine
    ) { $0.sourceNames },
    Property(
      of: Line.self, "name", Text(en: "the line's name", zh: "产线名称"), example: "return line.name",
      given: givenLine
    ) { $0.plant.name },
  ]
}
