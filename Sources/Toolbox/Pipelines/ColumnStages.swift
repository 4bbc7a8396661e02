internal import LuaBridge
internal import Pipelines
internal import Report

/// Stages that change columns.
var columnStages: [any Item] {
  [
    Method(
      of: Pipeline.self, "rename", Text(en: "gives columns other names", zh: "给列改名"),
      .required("names", Fields<String>.self, Text(en: "{ old = \"new\" }", zh: "{ 旧名 = \"新名\" }"))
        .keyedByColumns,
      returns: stageReturns, example: #"return p:rename { speed = "v" }"#, given: givenPipeline
    ) { pipeline, names in pipeline.adding(Rename(names.dictionary)) },
    Method(
      of: Pipeline.self, "select", Text(en: "keeps only these columns", zh: "只保留这些列"),
      .required("columns", [String].self, Text(en: "names of columns", zh: "列名")).holding(.column),
      returns: stageReturns,
      example: #"return p:select { "serial", "speed" }"#, given: givenPipeline
    ) { pipeline, columns in pipeline.adding(Select(columns)) },
    Method(
      of: Pipeline.self, "convert", Text(en: "turns numbers into other units", zh: "换算单位"),
      .required(
        "units", Fields<String>.self,
        Text(
          en: "the unit of each column: { temperature = \"degC\" }", zh: "各列换算后的单位：{ temperature = \"degC\" }"
        )
      ).keyedByColumns,
      returns: stageReturns, example: #"return p:convert { speed = "m/min" }"#, given: givenPipeline
    ) { pipeline, units in pipeline.adding(try Convert(units.dictionary)) },
    Method(
      of: Pipeline.self, "with", Text(en: "adds columns computed by expressions", zh: "用表达式增加列"),
      .required(
        "columns", Fields<String>.self, Text(en: "{ name = \"expression\" }", zh: "{ 列名 = \"表达式\" }")
      )
      .holding(.expression),
      returns: stageReturns, example: #"return p:with { double = "speed * 2" }"#, given: givenPipeline
    ) { pipeline, formulas in pipeline.adding(try With(formulas.dictionary)) },
    Method(
      of: Pipeline.self, "normalize",
      Text(en: "mean 0 and standard deviation 1, learnt from the training part", zh: "按训练部分标准化为均值 0、标准差 1"),
      .required("columns", [String].self, Text(en: "names of columns", zh: "列名")).holding(.column),
      returns: stageReturns,
      example: #"return p:normalize { "speed" }"#, given: givenPipeline
    ) { pipeline, columns in pipeline.adding(Normalize(columns)) },
  ]
}

extension Fields where Value == String {
  var dictionary: [String: String] { Dictionary(uniqueKeysWithValues: map { ($0.name, $0.value) }) }
}
