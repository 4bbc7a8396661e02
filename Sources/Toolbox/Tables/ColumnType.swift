public import LuaBridge
public import PlantData
public import Report

extension Column: LuaClass {
  public static var luaName: String { "column" }
  public static var luaTitle: Text { Text(en: "column of a table", zh: "表的一列") }
}

/// A column and what can be asked of it: `t.speed:mean()`.
var columnType: [any Item] {
  let given = givenTable + "\nc = t.speed"
  var items: [any Item] = [
    ObjectType(Column.self, Text(en: "the values of one column", zh: "一列的值"), given: given),
    Operator(
      of: Column.self, .count, Text(en: "how many rows", zh: "行数"), example: "return #c", given: given
    ) { $0.count },
    Property(of: Column.self, "name", Text(en: "its name", zh: "列名"), example: "return c.name", given: given)
    {
      $0.name
    },
    Property(
      of: Column.self, "unit", Text(en: "its unit, nil for none", zh: "单位，没有则为 nil"),
      example: "return c.unit",
      given: given
    ) { $0.unit?.symbol },
    Property(
      of: Column.self, "missing", Text(en: "how many values are missing", zh: "缺失值个数"),
      example: "return c.missing", given: given
    ) { $0.missing },
    DynamicFields(
      of: Column.self, Text(en: "the value of a row, counted from 1", zh: "第几行的值，从 1 数起"),
      example: "return c[1]", given: given, names: { _ in [] }
    ) { column, key in
      guard case .int(let row) = key, row >= 1, row <= column.count else { return nil as LuaValue? }
      return column.luaValue(row - 1)
    },
    Method(
      of: Column.self, "list",
      Text(en: "all values as a Lua list; missing ones are nil", zh: "全部值组成的 Lua 列表，缺失为 nil"),
      returns: Text(en: "a list", zh: "列表"), example: "return c:list()", given: given
    ) { column in (0..<column.count).map { column.luaValue($0) } },
    Method(
      of: Column.self, "unique", Text(en: "the different values as a Lua list", zh: "不同取值组成的 Lua 列表"),
      returns: Text(en: "a list", zh: "列表"), example: "return t.station:unique()", given: given
    ) { column in
      let unique = try column.unique()
      return (0..<unique.count).map { unique.luaValue($0) }
    },
  ]
  items += figures.map { figure in
    Method(
      of: Column.self, figure.aggregate.rawValue, figure.help,
      returns: Text(en: "a number; nil without values", zh: "数值；没有值则为 nil"),
      example: "return c:\(figure.aggregate.rawValue)()", given: given
    ) { try figure.of($0) }
  }
  return items
}

/// One figure for a whole column.
private struct ColumnFigure {
  var aggregate: Aggregate
  var help: Text

  func of(_ column: Column) throws -> LuaValue {
    let wantsNumbers = ![.min, .max, .count].contains(aggregate)
    guard !wantsNumbers || column.kind.isNumber || column.kind == .bool, column.kind != .image else {
      throw Fault(
        .type, en: "\(aggregate.rawValue): \(column.name) holds \(column.kind.words.en), no numbers",
        zh: "\(aggregate.rawValue)：\(column.name) 是\(column.kind.words.zh)，不是数值")
    }
    return column.summary(aggregate).luaValue(0)
  }
}

private let figures = [
  ColumnFigure(aggregate: .mean, help: Text(en: "the mean", zh: "均值")),
  ColumnFigure(aggregate: .std, help: Text(en: "the standard deviation of a sample", zh: "样本标准差")),
  ColumnFigure(aggregate: .median, help: Text(en: "the median", zh: "中位数")),
  ColumnFigure(aggregate: .min, help: Text(en: "the least value", zh: "最小值")),
  ColumnFigure(aggregate: .max, help: Text(en: "the greatest value", zh: "最大值")),
  ColumnFigure(aggregate: .sum, help: Text(en: "the sum", zh: "总和")),
  ColumnFigure(aggregate: .count, help: Text(en: "how many values there are", zh: "非缺失值个数")),
]
