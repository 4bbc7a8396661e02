public import LuaBridge
public import PlantData
internal import Report

extension JoinKind: LuaChoice {}
extension AsOfDirection: LuaChoice {}

/// Methods that bring two tables together.
var tableJoinMethods: [any Item] {
  [
    Method(
      of: Table.self, "join", Text(en: "the rows of two tables whose keys are equal", zh: "按相等的键连接两个表"),
      .required("other", Table.self, Text(en: "the other table", zh: "另一个表")),
      .requiredOption("on", JoinKeys.self, Text(en: "the key columns", zh: "键列")).holding(.column),
      .option("how", JoinKind.self, Text(en: "which rows stay", zh: "保留哪些行"), default: .inner),
      returns: Text(en: "a table; its notes count what did not match", zh: "表；附注说明未匹配的行数"),
      example:
        #"return t:join(data.table { station = {"R1"}, hall = {"A"} }, { on = "station", how = "left" })"#,
      given: givenTable
    ) { table, other, keys, how in try table.join(other, on: keys.keys, how: how) },
    Method(
      of: Table.self, "join_asof",
      Text(en: "each row with the other table's sample nearest in time", zh: "按时间就近匹配另一表的采样"),
      .required("other", Table.self, Text(en: "the table of samples", zh: "采样表")),
      .requiredOption("on", JoinKeys.self, Text(en: "the column of times", zh: "时间列")).holding(.column),
      .optional("by", JoinKeys.self, Text(en: "keys that must be equal", zh: "必须相等的键列")).holding(.column),
      .optional("within", Seconds.self, Text(en: "the largest distance in time", zh: "允许的最大时间差"), unit: "s"),
      .option(
        "direction", AsOfDirection.self, Text(en: "the sample before, after or nearest", zh: "取之前、之后或最近的采样"),
        default: .backward),
      returns: Text(en: "a table; its notes count rows without a sample", zh: "表；附注说明没有采样的行数"),
      example: #"return u:join_asof(u, { on = "time", by = "tag", within = "2 s" })"#, given: givenTimes
    ) { table, other, on, by, within, direction in
      guard let time = on.keys.first, on.keys.count == 1 else {
        throw Fault(
          .usage, en: "join_asof: on is one column of times; other keys go into by",
          zh: "join_asof：on 只能是一个时间列，其他键请写在 by 中")
      }
      return try table.joinAsOf(
        other, on: time, by: by?.keys ?? [], within: within?.seconds, direction: direction)
    },
  ]
}
