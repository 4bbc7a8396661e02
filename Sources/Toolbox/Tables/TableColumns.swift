internal import LuaBridge
internal import PlantData
internal import Report

/// Methods that choose, name and compute columns.
var tableColumnMethods: [any Item] {
  [
    Method(
      of: Table.self, "select", Text(en: "only some columns, in this order", zh: "只取若干列，按给定顺序"),
      .required("columns", Names.self, Text(en: "the columns", zh: "列名")).holding(.column),
      returns: Text(en: "a table", zh: "表"), example: #"return t:select { "speed", "n" }"#, given: givenTable
    ) { try $0.select($1.names) },
    Method(
      of: Table.self, "drop", Text(en: "all columns but some", zh: "去掉若干列"),
      .required("columns", Names.self, Text(en: "the columns to leave out", zh: "要去掉的列")).holding(.column),
      returns: Text(en: "a table", zh: "表"), example: #"return t:drop { "n" }"#, given: givenTable
    ) { try $0.drop($1.names) },
    Method(
      of: Table.self, "rename", Text(en: "columns under new names", zh: "给列改名"),
      .required("names", Fields<String>.self, Text(en: "old name = \"new name\"", zh: "旧名 = \"新名\""))
        .keyedByColumns,
      returns: Text(en: "a table", zh: "表"), example: #"return t:rename { n = "count" }"#, given: givenTable
    ) { table, names in
      try table.rename(Dictionary(names.map { ($0.name, $0.value) }) { first, _ in first })
    },
    Method(
      of: Table.self, "with", Text(en: "the table with columns computed by formulas", zh: "用公式增加或替换列"),
      .required("formulas", Fields<String>.self, Text(en: "name = \"formula\"", zh: "列名 = \"公式\"")).holding(
        .expression),
      .optional(
        "by", Names.self,
        Text(en: "mean(x) and the like are those of rows of equal keys", zh: "mean(x) 等按这些键分组计算")
      ).holding(.column),
      returns: Text(en: "a table", zh: "表"),
      example:
        #"return t:with({ per_minute = "speed * 60", z = "(speed - mean(speed)) / std(speed)" }, { by = "station" })"#,
      given: givenTable
    ) { table, formulas, by in
      let formulas = formulas.map { (name: $0.name, formula: $0.value) }
      return try by.map { try table.with(formulas, by: $0.names) } ?? table.with(formulas)
    },
    Method(
      of: Table.self, "label", Text(en: "says in which units columns are", zh: "标明各列的单位"),
      .required("units", Fields<String>.self, Text(en: "column = \"unit\"", zh: "列名 = \"单位\""))
        .keyedByColumns,
      returns: Text(en: "a table", zh: "表"), example: #"return t:label { speed = "m/s" }"#, given: givenTable
    ) { table, units in
      try units.reduce(table) { try $0.with($0.column($1.name).labelled(Unit($1.value))) }
    },
    Method(
      of: Table.self, "convert", Text(en: "columns converted to other units", zh: "换算单位"),
      .required("units", Fields<String>.self, Text(en: "column = \"unit\"", zh: "列名 = \"单位\""))
        .keyedByColumns,
      returns: Text(en: "a table", zh: "表"),
      example: #"return t:label { speed = "m/s" }:convert { speed = "m/min" }"#, given: givenTable
    ) { table, units in
      try units.reduce(table) { try $0.with($0.column($1.name).converted(to: Unit($1.value))) }
    },
    Method(
      of: Table.self, "fill", Text(en: "stands a value in for missing ones", zh: "补上缺失值"),
      .required("columns", Names.self, Text(en: "the columns", zh: "列名")).holding(.column),
      .required(
        "with", LuaValue.self,
        Text(en: "\"forward\", \"mean\", or a value", zh: "\"forward\"（前值）、\"mean\"（均值）或一个值")),
      .optional("limit", Int.self, Text(en: "forward at most so many rows", zh: "前值最多延续几行"), in: 1...),
      .optional("by", Names.self, Text(en: "keep to rows of equal keys", zh: "只在同键的行内填补")).holding(.column),
      returns: Text(en: "a table", zh: "表"), example: #"return t:fill("speed", "forward", { limit = 3 })"#,
      given: givenTable
    ) { table, columns, with, limit, by in
      try table.fill(columns.names, with: filling(with, limit), by: by?.names ?? [])
    },
  ]
}

private func filling(_ value: LuaValue, _ limit: Int?) throws -> Filling {
  switch value {
  case .string("forward"): .forward(limit: limit)
  case .string("mean"): .mean
  case .string(let text): .constant(.text(text))
  case .int(let number): .constant(.int64(Int64(number)))
  case .number(let number): .constant(.float64(number))
  case .bool(let value): .constant(.bool(value))
  case .nil, .table, .object, .function:
    throw Fault(
      .type, en: "fill: with must be \"forward\", \"mean\" or a value",
      zh: "fill：with 应为 \"forward\"、\"mean\" 或一个值")
  }
}
