internal import LuaBridge
internal import Pipelines
internal import PlantData
internal import Report

/// What a pipeline with a split gives.
private let givenParts = givenPipeline + "parts = p:split { train = .6, test = .4, seed = 7 }(t)"

var partsType: [any Item] {
  [
    ObjectType(
      Parts.self, Text(en: "what came out of a pipeline with a split", zh: "带划分的处理流程的结果"), given: givenParts),
    Property(
      of: Parts.self, "train", Text(en: "the rows to train with", zh: "训练部分"), example: "return parts.train",
      given: givenParts
    ) { $0.train },
    Property(
      of: Parts.self, "valid", Text(en: "the rows to validate with", zh: "验证部分"),
      example: "return parts.valid",
      given: givenParts
    ) { $0.valid },
    Property(
      of: Parts.self, "test", Text(en: "the rows to test with", zh: "测试部分"), example: "return parts.test",
      given: givenParts
    ) { $0.test },
    Property(
      of: Parts.self, "quarantine",
      Text(en: "the refused rows with file, row, stage, rule and value", zh: "被隔离的行及其文件、行号、阶段、规则和值"),
      example: "return parts.quarantine", given: givenParts
    ) { try $0.quarantine() },
    Property(
      of: Parts.self, "classes", Text(en: "the classes of the column to be predicted", zh: "待预测列的各类别"),
      example: "return parts.classes", given: givenParts
    ) { try $0.classes() },
    Method(
      of: Parts.self, "explain",
      Text(en: "rows in, out and refused and time of each stage", zh: "各阶段的输入、输出、隔离行数和用时"),
      .interpreter,
      returns: Text(en: "a table", zh: "数据表"), example: "return parts:explain()", given: givenParts
    ) { (parts: Parts, lua: Interpreter) in try parts.explain().account(for: lua) },
  ]
}
