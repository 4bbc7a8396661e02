public import LuaBridge
public import PlantData
internal import Report

extension Resampling: LuaChoice {}

/// Lua that makes the table of times of the examples.
let givenTimes = """
  u = data.table { time = {"2026-03-02 06:00:00", "2026-03-02 06:00:03"}, tag = {"R1", "R1"}, value = {1.5, 2} }
  u = u:times("time", { zone = "+08:00" })
  """

/// Methods about time.
var tableTimeMethods: [any Item] {
  [
    Method(
      of: Table.self, "times", Text(en: "reads columns of text as times", zh: "把文本列读作时间"),
      .required("columns", Names.self, Text(en: "the columns", zh: "列名")).holding(.column),
      .optional(
        "zone", String.self, Text(en: "the zone of their clock, \"+08:00\"", zh: "时钟所在时区，如 \"+08:00\"")),
      returns: Text(en: "a table", zh: "表"),
      example: #"return data.table { at = {"2026-03-02 06:00"} }:times("at", { zone = "+08:00" })"#
    ) { table, columns, zone in
      let offset = try zone.map(readZone)
      return try columns.names.reduce(table) { try $0.with($0.readTimes($1, zone: offset)) }
    },
    Method(
      of: Table.self, "resample", Text(en: "samples brought to a regular step of time", zh: "按固定时间步长重采样"),
      .required("time", String.self, Text(en: "the column of times", zh: "时间列")).holding(.column),
      .requiredOption("every", Seconds.self, Text(en: "the step", zh: "步长"), unit: "s"),
      .requiredOption(
        "how", Resampling.self,
        Text(en: "mean within the step, held value, straight line, …", zh: "步长内均值、保持值、线性插值等")),
      .optional("by", Names.self, Text(en: "each of these on its own: the tag", zh: "分别处理，例如每个点位")).holding(
        .column),
      .optional(
        "values", Names.self,
        Text(en: "the columns to bring along; all numbers unless given", zh: "要处理的列；不写则为所有数值列")
      ).holding(.column),
      returns: Text(en: "a table", zh: "表"),
      example: #"return u:resample("time", { every = "1 s", by = "tag", how = "hold" })"#, given: givenTimes
    ) { table, time, every, how, by, values in
      try table.resample(
        time, every: every.seconds, by: by?.names ?? [], how: how, values: values?.names ?? [])
    },
    Method(
      of: Table.self, "rolling",
      Text(en: "figures over a window that moves along with the row", zh: "滑动窗口统计"),
      .required(
        "window", RollingLength.self,
        Text(en: "so many rows, or a duration such as \"5 min\"", zh: "行数，或时长如 \"5 min\"")),
      .required(
        "formulas", Fields<String>.self,
        Text(en: "name = \"formula with aggregates\"", zh: "列名 = \"含汇总函数的公式\"")
      ).holding(.expression),
      .optional("by", Names.self, Text(en: "each of these on its own: the tag", zh: "分别处理，例如每个点位")).holding(
        .column),
      .optional("time", String.self, Text(en: "the column of times, for a duration", zh: "时间列，窗口为时长时必需"))
        .holding(
          .column),
      .optional(
        "least", Int.self,
        Text(en: "fewer values give none; a full window, or 1 in a duration", zh: "少于此数则缺失；默认须满窗，时长窗口为 1"),
        in: 1...),
      returns: Text(en: "the table with more columns", zh: "增加了列的表"),
      example:
        #"return u:rolling("10 s", { m = "mean(value)", spread = "max(value) - min(value)" }, { by = "tag", time = "time" })"#,
      given: givenTimes
    ) { table, window, formulas, by, time, least in
      try table.rolling(
        window.window(over: time), by: by?.names ?? [], least: least, formulas.map { ($0.name, $0.value) })
    },
  ]
}
