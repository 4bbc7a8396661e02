public import LuaBridge
public import PlantData
internal import Report

extension Table.Keep: LuaChoice {}

/// Methods that choose or order rows.
var tableRowMethods: [any Item] {
  [
    Method(
      of: Table.self, "filter", Text(en: "the rows for which a condition holds", zh: "保留满足条件的行"),
      .required("where", String.self, Text(en: "the condition", zh: "条件")).holding(.expression),
      .optional(
        "by", Names.self,
        Text(en: "mean(x) and the like are those of rows of equal keys", zh: "mean(x) 等按这些键分组计算")
      ).holding(.column),
      returns: Text(en: "a table", zh: "表"),
      example: #"return t:filter("speed > mean(speed)", { by = "station" })"#,
      given: givenTable
    ) { table, condition, by in
      try by.map { try table.filter(condition, by: $0.names) } ?? table.filter(condition)
    },
    Method(
      of: Table.self, "sort", Text(en: "the rows in order; missing values last", zh: "按列排序，缺失值在最后"),
      .required("by", Names.self, Text(en: "the columns to sort by", zh: "排序所依据的列")).holding(.column),
      .option("descending", Bool.self, Text(en: "the largest first", zh: "从大到小"), default: false),
      returns: Text(en: "a table", zh: "表"), example: #"return t:sort("speed", { descending = true })"#,
      given: givenTable
    ) { table, by, descending in
      try table.sort(by: by.names.map { SortKey($0, descending: descending) })
    },
    Method(
      of: Table.self, "head", Text(en: "the first rows", zh: "前几行"),
      .positional("n", Int.self, Text(en: "how many", zh: "行数"), default: 5, in: 0...),
      returns: Text(en: "a table", zh: "表"), example: "return t:head(2)", given: givenTable
    ) { $0.head($1) },
    Method(
      of: Table.self, "tail", Text(en: "the last rows", zh: "后几行"),
      .positional("n", Int.self, Text(en: "how many", zh: "行数"), default: 5, in: 0...),
      returns: Text(en: "a table", zh: "表"), example: "return t:tail(2)", given: givenTable
    ) { $0.tail($1) },
    Method(
      of: Table.self, "slice", Text(en: "the rows from one to another", zh: "取第几行到第几行"),
      .required("first", Int.self, Text(en: "the first row, counted from 1", zh: "起始行，从 1 数起"), in: 1...),
      .required("last", Int.self, Text(en: "the last row", zh: "结束行"), in: 1...),
      returns: Text(en: "a table", zh: "表"), example: "return t:slice(2, 3)", given: givenTable
    ) { table, first, last in table.slice(first - 1..<max(first - 1, last)) },
    Method(
      of: Table.self, "sample", Text(en: "some rows drawn at random", zh: "随机抽取若干行"),
      .required("n", Int.self, Text(en: "how many", zh: "行数"), in: 0...),
      .optional(
        "seed", Int.self,
        Text(en: "the same seed draws the same rows; seed() when left out", zh: "种子相同则结果相同；省略为 seed()")),
      .interpreter,
      returns: Text(en: "a table", zh: "表"), example: "return t:sample(2, { seed = 7 })", given: givenTable
    ) { table, count, seed, lua in
      table.sample(count, seed: UInt64(bitPattern: Int64(lua.seed(given: seed))))
    },
    Method(
      of: Table.self, "dedupe", Text(en: "one row for each combination of keys", zh: "按键去重"),
      .positional("by", Names.self, Text(en: "the key columns; all unless given", zh: "键列；不写则为所有列")).holding(
        .column),
      .option("keep", Table.Keep.self, Text(en: "which row stays", zh: "保留哪一行"), default: .first),
      returns: Text(en: "a table", zh: "表"), example: #"return t:dedupe("station", { keep = "last" })"#,
      given: givenTable
    ) { table, keys, keep in try table.dedupe(by: keys?.names ?? [], keep: keep) },
  ]
}
