internal import LuaBridge
internal import Report

/// `require_at_least(report.accuracy, .9)`: ends the script with exit code 4 when missed.
var requireAtLeast: Function {
  Function(
    "require_at_least", Text(en: "stops the script when a figure is too low", zh: "指标过低时终止脚本"),
    .required("value", Double.self, Text(en: "the figure reached", zh: "达到的指标")),
    .required("least", Double.self, Text(en: "the figure required", zh: "要求的指标")),
    .positional("name", String.self, Text(en: "what the figure is", zh: "指标名称")),
    returns: Text(en: "the figure", zh: "该指标"), example: "require_at_least(0.93, 0.9)"
  ) { value, least, name in
    if value >= least { return value }
    let figure = Text(en: name ?? "the figure", zh: name ?? "指标")
    throw Fault(
      .requirement, en: "\(figure.en) is \(value.significant()), required is at least \(least.significant())",
      zh: "\(figure.zh)为 \(value.significant())，要求至少 \(least.significant())")
  }
}
