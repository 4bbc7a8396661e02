internal import LuaBridge
internal import Pipelines
internal import PlantData
internal import Report

extension Module {
  /// Stages one after the other, as a value.
  static var pipelines: Module {
    Module("pipeline", Text(en: "stages that check, mend and split tables", zh: "检查、整理和划分数据表的各个阶段")) {
      pipelineFunction
      ObjectType(
        Pipeline.self, Text(en: "stages one after the other; call it with a table", zh: "依次执行的阶段；用数据表调用"),
        given: givenPipeline)
      columnStages
      rowStages
      tableStages
      splitStages
      batchesStage
      pipelineRunning
      partsType
    }
  }
}

private var pipelineFunction: Function {
  Function(
    "pipeline", Text(en: "begins a pipeline, to which stages are added", zh: "新建处理流程，再逐个添加阶段"),
    .required("name", String.self, Text(en: "what it is called", zh: "名称")),
    returns: Text(en: "a pipeline without stages", zh: "还没有阶段的处理流程"),
    example:
      #"return pipeline "line 3" :expect { serial = "unique" } :split { train = .7, test = .3, seed = 7 }"#
  ) { name in Pipeline(name) }
}

/// Running and looking back.
private var pipelineRunning: [any Item] {
  [
    Operator(
      callOf: Pipeline.self, Text(en: "runs all stages on a table", zh: "对数据表执行所有阶段"),
      .required("table", Table.self, Text(en: "the rows to work on", zh: "要处理的数据表")), .interpreter,
      returns: Text(en: "the parts of a split, or the table when there is no split", zh: "划分结果；没有划分时为数据表"),
      example: "return p(t)", given: givenPipeline
    ) { pipeline, table, interpreter in
      let parts = try pipeline.run(table)
      for note in parts.notes { interpreter.output("\(note)\n") }
      if let summary = parts.quarantined.summary {
        let hint = Text(
          en: parts.whole == nil ? "parts.quarantine shows them" : "the second result shows them",
          zh: parts.whole == nil ? "parts.quarantine 可查看" : "第二个返回值可查看")
        interpreter.output("\(summary)      \(hint)\n")
      }
      return PipelineResults(parts: parts)
    },
    Method(
      of: Pipeline.self, "explain",
      Text(
        en: "rows in, out and refused and time of each stage of the last run", zh: "上次运行各阶段的输入、输出、隔离行数和用时"),
      .interpreter,
      returns: Text(en: "a table", zh: "数据表"), example: "p(t) return p:explain()", given: givenPipeline
    ) { (pipeline: Pipeline, lua: Interpreter) in try pipeline.explain().account(for: lua) },
    Property(
      of: Pipeline.self, "fingerprint",
      Text(en: "a number that follows from the stages, for lineage", zh: "由各阶段决定的指纹，用于追溯"),
      example: "return p.fingerprint", given: givenPipeline
    ) { $0.fingerprint },
  ]
}

/// The parts of a split; without one the table and, when rows were refused, the quarantine.
private struct PipelineResults: LuaPushable {
  let parts: Parts

  func push(_ state: LuaState) -> Int32 {
    guard let table = parts.whole else { return parts.push(state) }
    let count = table.push(state)
    guard parts.quarantined.count > 0, let refused = try? parts.quarantine() else { return count }
    return count + refused.push(state)
  }
}
