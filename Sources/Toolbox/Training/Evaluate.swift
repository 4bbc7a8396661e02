internal import Inspection
internal import LuaBridge
internal import Neural
internal import PlantData
internal import Report

/// `net:evaluate(parts.test, { good = "OK" })`.
var evaluate: Method {
  Method(
    of: Network.self, "evaluate",
    Text(
      en: "compares what the network says with what stands in the table", zh: "将网络的判断与表中的真实值比较"),
    .required("table", Table.self, Text(en: "rows the network has not seen", zh: "网络没有见过的数据行")),
    .optional(
      "good", String.self,
      Text(en: "the class that passes inspection, for escapes and overkill", zh: "合格的类别，用于统计漏检与过杀")),
    .interpreter,
    returns: Text(en: "accuracy, scores of each class, confusion, intervals", zh: "准确率、各类得分、混淆矩阵与置信区间"),
    example: #"net:evaluate(t, { good = "low" })"#, given: trainedGiven
  ) { (network: Network, table: Table, good: String?, lua: Interpreter) throws -> LuaObject in
    let (evaluation, note) = try network.evaluate(on: table, good: good)
    if let note { lua.output(note.description + "\n") }
    evaluation.noteMetrics()
    return switch evaluation {
    case .classification(let report): LuaObject(report)
    case .regression(let report): LuaObject(report)
    case .masks(let report): LuaObject(report)
    }
  }
}

/// `net:predict(t)`.
var predict: Method {
  Method(
    of: Network.self, "predict",
    Text(en: "says what each row is", zh: "给出每一行的判断"),
    .required(
      "table", Table.self, Text(en: "rows with the columns the network was trained on", zh: "含训练所用各列的数据行")),
    .interpreter,
    returns: Text(
      en: "the table with the columns predicted (images for masks) and score",
      zh: "增加 predicted（掩膜为图像）和 score 列的表"),
    example: "net:predict(t)", given: trainedGiven
  ) { (network: Network, table: Table, lua: Interpreter) throws -> Table in
    let (said, note) = try network.predictions(for: table)
    if let note { lua.output(note.description + "\n") }
    return said
  }
}
