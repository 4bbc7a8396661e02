internal import LuaBridge
internal import PlantData
internal import Report

/// `data.table { a = {1, 2, 3}, b = {"x", "y", "z"} }`.
var dataTable: Function {
  Function(
    "data.table", Text(en: "a table from lists at hand", zh: "由现有列表组成表"),
    .required("columns", Fields<[LuaValue]>.self, Text(en: "a list for each column", zh: "每列一个列表")),
    returns: Text(en: "the table, its columns by name", zh: "表，列按名称排序"),
    example: #"return data.table { a = {1, 2, 3}, b = {"x", "y", "z"} }"#
  ) { lists in
    let longest = lists.map(\.value.count).max() ?? 0
    for list in lists where list.value.count != longest {
      throw Fault(
        .shape, en: "data.table: \(list.name) has \(list.value.count) values, another column \(longest)",
        zh: "data.table：\(list.name) 有 \(list.value.count) 个值，另一列有 \(longest) 个")
    }
    return try Table(lists.map { list in Column(list.name, try cells(list.value, of: list.name)) })
  }
}

/// `data.concat(a, b)`.
var dataConcat: Function {
  Function(
    "data.concat",
    Text(en: "tables one below the other, columns by name", zh: "把多个表上下拼接，按列名对齐"),
    .rest("tables", Table.self, Text(en: "two tables or more", zh: "两个或更多的表")),
    returns: Text(en: "one table", zh: "一个表"), example: "return data.concat(t, t:head(1))", given: givenTable
  ) { try Table.concat($0) }
}

/// The values of one list, all of one kind.
private func cells(_ values: [LuaValue], of name: String) throws -> [Cell] {
  var kinds: Set<Kind> = []
  let cells = try values.enumerated().map { i, value -> Cell in
    let cell: Cell? =
      switch value {
      case .bool(let value): .bool(value)
      case .int(let value): .int64(Int64(value))
      case .number(let value): .float64(value)
      case .string(let value): .text(value)
      case .nil: .missing
      case .table, .object, .function: nil
      }
    guard let cell else {
      throw Fault(
        .type, en: "data.table: value \(i + 1) of \(name) is no number, text or boolean",
        zh: "data.table：\(name) 的第 \(i + 1) 个值不是数值、文本或布尔值")
    }
    if let kind = cell.kind { kinds.insert(kind) }
    return cell
  }
  guard kinds.count <= 1 || kinds == [.int64, .float64] else {
    let words = Kind.allCases.filter(kinds.contains).map(\.words)
    throw Fault(
      .type, en: "data.table: \(name) mixes \(words.map(\.en).joined(separator: " and "))",
      zh: "data.table：\(name) 混有\(words.map(\.zh).joined(separator: "和"))")
  }
  return cells
}
