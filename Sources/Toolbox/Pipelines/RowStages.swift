internal import LuaBridge
internal import Pipelines
internal import Report

/// Stages that keep or refuse rows.
var rowStages: [any Item] {
  [
    Method(
      of: Pipeline.self, "expect",
      Text(en: "a data contract; rows that break it go to quarantine", zh: "数据契约；不符合的行被隔离"),
      .required(
        "rules", Fields<TextOrTexts>.self,
        Text(
          en: "for each column a rule: unique, not null, 2 .. 20 m/s, >= 0, in A, B, match REGEX, or a kind",
          zh: "各列的规则：unique、not null、2 .. 20 m/s、>= 0、in A, B、match 正则，或类型名")),
      returns: stageReturns,
      example: #"return p:expect { serial = { "not null", "unique" }, speed = "2 .. 20" }"#,
      given: givenPipeline
    ) { pipeline, rules in
      pipeline.adding(
        try Expect(Dictionary(uniqueKeysWithValues: rules.map { ($0.name, $0.value.texts) })))
    },
    Method(
      of: Pipeline.self, "filter", Text(en: "keeps the rows for which a condition holds", zh: "只保留满足条件的行"),
      .required("condition", String.self, Text(en: "an expression over columns", zh: "关于列的表达式")).holding(
        .expression),
      returns: stageReturns, example: #"return p:filter "speed > 11""#, given: givenPipeline
    ) { pipeline, condition in pipeline.adding(try Filter(condition)) },
  ]
}
