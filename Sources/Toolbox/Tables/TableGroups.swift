public import LuaBridge
public import PlantData
internal import Report

extension Aggregate: LuaChoice {}

/// Methods that sum up rows.
var tableGroupMethods: [any Item] {
  [
    Method(
      of: Table.self, "group_by", Text(en: "one row for each combination of keys", zh: "按键分组汇总"),
      .required("keys", Names.self, Text(en: "the key columns", zh: "键列")).holding(.column),
      .required(
        "formulas", Fields<String>.self,
        Text(en: "name = \"formula with aggregates\"", zh: "列名 = \"含汇总函数的公式\"")
      ).holding(.expression),
      returns: Text(en: "a table", zh: "表"),
      example: #"return t:group_by({ "station" }, { mean_speed = "mean(speed)", rows = "count()" })"#,
      given: givenTable
    ) { table, keys, formulas in try table.groupBy(keys.names, formulas.map { ($0.name, $0.value) }) },
    Method(
      of: Table.self, "value_counts", Text(en: "how often each value of a column occurs", zh: "各取值出现的次数"),
      .required("column", String.self, Text(en: "the column", zh: "列名")).holding(.column),
      returns: Text(en: "a table, the most frequent first", zh: "表，次数多的在前"),
      example: #"return t:value_counts "station""#, given: givenTable
    ) { try $0.valueCounts($1) },
    Method(
      of: Table.self, "describe",
      Text(en: "each column's kind, unit, missing values and spread", zh: "各列的类型、单位、缺失与分布"),
      returns: Text(en: "a table with a row for each column", zh: "表，每列一行"), example: "return t:describe()",
      given: givenTable
    ) { try $0.describe() },
    Method(
      of: Table.self, "pivot", Text(en: "a long table of tags made wide", zh: "长表转宽表：每个点位一列"),
      .requiredOption("index", Names.self, Text(en: "what makes a row", zh: "由哪些列确定一行")).holding(.column),
      .requiredOption("names", String.self, Text(en: "the column of tags", zh: "点位名所在列")).holding(.column),
      .requiredOption("values", String.self, Text(en: "the column of values", zh: "数值所在列")).holding(.column),
      .option(
        "how", Aggregate.self, Text(en: "several values for one place", zh: "同一位置有多个值时"), default: .last),
      .optional(
        "every", Seconds.self,
        Text(en: "times of the index count as those of their step's beginning", zh: "索引中的时间按此步长取整"), unit: "s"
      ),
      returns: Text(en: "a table", zh: "表"),
      example: #"return t:pivot { index = "n", names = "station", values = "speed" }"#, given: givenTable
    ) { table, index, names, values, how, every in
      try table.pivot(index: index.names, names: names, values: values, how: how, every: every?.seconds)
    },
  ]
}
