internal import LuaBridge
internal import Pipelines
internal import Report

/// The stage that cuts into parts to train, validate and test with.
var splitStages: [any Item] {
  [
    Method(
      of: Pipeline.self, "split",
      Text(en: "cuts the rows into parts to train, validate and test", zh: "把数据划分为训练、验证和测试部分"),
      .option("train", Double.self, Text(en: "share to train with", zh: "训练部分的比例"), default: 0.7, in: 0...1),
      .option("valid", Double.self, Text(en: "share to validate with", zh: "验证部分的比例"), default: 0, in: 0...1),
      .option("test", Double.self, Text(en: "share to test with", zh: "测试部分的比例"), default: 0, in: 0...1),
      .optional(
        "by", TextOrTexts.self, Text(en: "columns whose equal rows stay together", zh: "取值相同的行不拆开的列，如钢卷")
      ).holding(.column),
      .optional(
        "time", String.self,
        Text(en: "column of time: the past trains, the future tests", zh: "时间列：过去用于训练，未来用于测试")
      ).holding(.column),
      .optional("stratify", String.self, Text(en: "column whose shares stay equal", zh: "保持各取值比例一致的列"))
        .holding(.column),
      .optional(
        "seed", Int.self,
        Text(en: "decides which row goes where; seed() when left out", zh: "决定各行去向；省略为 seed()"),
        in: 0...Int.max),
      .interpreter,
      returns: stageReturns, example: #"return p:split { train = .7, test = .3, by = "coil", seed = 7 }"#,
      given: givenPipeline
    ) { pipeline, train, valid, test, by, time, stratify, seed, lua in
      let shares: [PartName: Double] = [.train: train, .valid: valid, .test: test]
      return pipeline.adding(
        try Split(
          shares: shares, by: by?.texts ?? [], time: time, stratify: stratify,
          seed: UInt64(bitPattern: Int64(lua.seed(given: seed)))))
    }
  ]
}
