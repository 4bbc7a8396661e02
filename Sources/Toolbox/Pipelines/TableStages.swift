internal import LuaBridge
internal import Pipelines
internal import PlantData
internal import Report

/// Stages that reshape tables and bring them together.
var tableStages: [any Item] {
  [
    Method(
      of: Pipeline.self, "sort", Text(en: "rows in the order of some columns", zh: "按列排序"),
      .required("by", Names.self, Text(en: "names of columns", zh: "列名")).holding(.column),
      .option("descending", Bool.self, Text(en: "largest first", zh: "是否降序"), default: false),
      returns: stageReturns, example: #"return p:sort("speed", { descending = true })"#, given: givenPipeline
    ) { pipeline, by, descending in
      pipeline.adding(Sort(by: by.names.map { SortKey($0, descending: descending) }))
    },
    Method(
      of: Pipeline.self, "dedupe", Text(en: "one row for each combination of values", zh: "去除重复行"),
      .positional("by", Names.self, Text(en: "columns to compare; all when left out", zh: "比较的列；省略时比较所有列"))
        .holding(.column),
      .option("keep", Table.Keep.self, Text(en: "which of several rows stays", zh: "保留哪一行"), default: .first),
      returns: stageReturns, example: #"return p:dedupe "serial""#, given: givenPipeline
    ) { (pipeline: Pipeline, by: Names?, keep: Table.Keep) throws -> Pipeline in
      pipeline.adding(Dedupe(by: by?.names ?? [], keep: keep))
    },
    Method(
      of: Pipeline.self, "group_by", Text(en: "one row for each group", zh: "分组汇总"),
      .required("keys", Names.self, Text(en: "columns of the groups", zh: "分组列")).holding(.column),
      .required(
        "formulas", Fields<String>.self,
        Text(en: "{ name = \"mean(speed)\" }", zh: "{ 列名 = \"mean(speed)\" }")
      ).holding(.expression),
      returns: stageReturns, example: #"return p:group_by("coil", { speed = "mean(speed)" })"#,
      given: givenPipeline
    ) { pipeline, keys, formulas in pipeline.adding(GroupBy(keys.names, formulas.dictionary)) },
    Method(
      of: Pipeline.self, "fill", Text(en: "values for what is missing", zh: "填补缺失值"),
      .required("columns", Names.self, Text(en: "names of columns", zh: "列名")).holding(.column),
      .option(
        "how", FillKind.self, Text(en: "the last value before, the mean, or a constant", zh: "用前值、均值或常数"),
        default: .forward),
      .optional("limit", Int.self, Text(en: "how many rows on, at most", zh: "最多向后填补的行数"), in: 1...Int.max),
      .optional("value", Double.self, Text(en: "the constant", zh: "常数")),
      .optional("by", Names.self, Text(en: "columns within whose groups is filled", zh: "在这些列的各组内填补"))
        .holding(.column),
      returns: stageReturns, example: #"return p:fill("speed", { how = "mean" })"#, given: givenPipeline
    ) { pipeline, columns, how, limit, value, by in
      pipeline.adding(
        Fill(columns.names, with: try how.filling(limit: limit, value: value), by: by?.names ?? []))
    },
    Method(
      of: Pipeline.self, "join",
      Text(en: "the rows with those of another table whose keys are equal", zh: "按相等的键连接另一个表"),
      .required("other", Table.self, Text(en: "the other table", zh: "另一个表")),
      .requiredOption("on", JoinKeys.self, Text(en: "the key columns", zh: "键列")).holding(.column),
      .option("how", JoinKind.self, Text(en: "which rows stay", zh: "保留哪些行"), default: .inner),
      returns: stageReturns, example: #"return p:join(t, { on = "serial", how = "left" })"#,
      given: givenPipeline
    ) { pipeline, other, on, how in pipeline.adding(JoinStage(other, on: on.keys, how: how)) },
    Method(
      of: Pipeline.self, "join_asof",
      Text(en: "each row with the other table's sample nearest in time", zh: "按时间就近匹配另一表的采样"),
      .required("other", Table.self, Text(en: "the table of samples", zh: "采样表")),
      .requiredOption("on", JoinKeys.self, Text(en: "the column of times", zh: "时间列")).holding(.column),
      .optional("by", JoinKeys.self, Text(en: "keys that must be equal", zh: "必须相等的键列")).holding(.column),
      .optional("within", Seconds.self, Text(en: "the largest distance in time", zh: "允许的最大时间差"), unit: "s"),
      .option(
        "direction", AsOfDirection.self, Text(en: "the sample before, after or nearest", zh: "取之前、之后或最近的采样"),
        default: .backward),
      returns: stageReturns, example: #"return p:join_asof(t, { on = "time", within = "2 s" })"#,
      given: givenPipeline
    ) { pipeline, other, on, by, within, direction in
      guard let time = on.keys.first, on.keys.count == 1 else {
        throw Fault(
          .usage, en: "join_asof: on is one column of times; other keys go into by",
          zh: "join_asof：on 只能是一个时间列，其他键请写在 by 中")
      }
      return pipeline.adding(
        JoinAsOf(other, on: time, by: by?.keys ?? [], within: within?.seconds, direction: direction))
    },
    Method(
      of: Pipeline.self, "resample", Text(en: "samples brought to a regular step of time", zh: "按固定时间步长重采样"),
      .requiredOption("time", String.self, Text(en: "the column of times", zh: "时间列")).holding(.column),
      .requiredOption("every", Seconds.self, Text(en: "the step", zh: "步长"), unit: "s"),
      .option("how", Resampling.self, Text(en: "what stands for a step", zh: "每步的取值方式"), default: .mean),
      .optional("by", Names.self, Text(en: "keys, such as the tag", zh: "分组键，如点位")).holding(.column),
      returns: stageReturns, example: #"return p:resample { time = "time", every = "1 s" }"#,
      given: givenPipeline
    ) { pipeline, time, every, how, by in
      pipeline.adding(Resample(time, every: every.seconds, by: by?.names ?? [], how: how))
    },
  ]
}

/// How missing values are filled.
enum FillKind: String, LuaChoice {
  case forward, mean, constant

  func filling(limit: Int?, value: Double?) throws -> Filling {
    switch self {
    case .forward: return value.map { .constant(.float64($0)) } ?? .forward(limit: limit)
    case .mean: return .mean
    case .constant:
      guard let value else {
        throw Fault(
          .usage, en: "fill: how = \"constant\" needs a value", zh: "fill：how = \"constant\" 需要 value")
      }
      return .constant(.float64(value))
    }
  }
}
