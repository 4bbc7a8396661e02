internal import LuaBridge
internal import PlantData
internal import Report

/// Lua that makes the table of the examples.
let givenTable = """
  t = data.table { station = {"R1", "R2", "R1"}, speed = {11.4, 12.0, 10.9}, n = {3, 1, 2} }
  """

/// What a table is besides its methods: its length, its columns by name, its rows one by one.
var tableType: [any Item] {
  [
    ObjectType(Table.self, Text(en: "rows and named columns", zh: "由行和命名列组成的表"), given: givenTable),
    Operator(
      of: Table.self, .count, Text(en: "how many rows", zh: "行数"), example: "return #t", given: givenTable
    ) { $0.rowCount },
    Property(
      of: Table.self, "columns", Text(en: "the names of the columns", zh: "各列的名称"),
      example: "return t.columns",
      given: givenTable
    ) { $0.columnNames },
    DynamicFields(
      of: Table.self, Text(en: "a column by its name", zh: "按名称取一列"), example: "return t.speed",
      given: givenTable, names: { $0.columnNames }
    ) { table, key in
      if case .string(let name) = key { return table[name] }
      return nil as Column?
    },
    Method(
      of: Table.self, "column", Text(en: "a column by its name, whatever the name", zh: "按名称取一列，名称不限"),
      .required("name", String.self, Text(en: "the column's name", zh: "列名")).holding(.column),
      returns: Text(en: "the column", zh: "该列"), example: #"return t:column "speed""#, given: givenTable
    ) { try $0.column($1) },
    Method(
      of: Table.self, "rows", Text(en: "the rows one by one, for a loop", zh: "逐行取出，用于循环"),
      returns: Text(en: "an iterator that gives each row as a Lua table", zh: "迭代器，每行为一个 Lua 表"),
      example: "for row in t:rows() do print(row.station, row.speed) end", given: givenTable
    ) { table -> LuaIterator in
      var row = -1
      return LuaIterator {
        row += 1
        guard row < table.rowCount else { return nil as Fields<LuaValue>? }
        return Fields(table.columns.map { ($0.name, $0.luaValue(row)) })
      }
    },
  ]
}

extension Column {
  /// The value of a row as Lua holds it: numbers, texts, booleans, times as text, images as their file.
  func luaValue(_ row: Int) -> LuaValue {
    switch self[row] {
    case .missing: .nil
    case .bool(let value): .bool(value)
    case .int64(let value): .int(Int(value))
    case .float64(let value): .number(value)
    case .text(let value): .string(value)
    case .timestamp(let value): .string(value.text(in: zone))
    case .image(.file(let path)): .string(path)
    case .image(let reference): .string(reference.label)
    }
  }
}
