internal import LuaBridge
internal import Report

/// `metric("f1", 0.93)`, `metric("loss", value, { step = epoch })`.
var metricFunction: Function {
  Function(
    "metric",
    Text(
      en: "keeps a figure with the run: in metrics.jsonl, for `plantsh runs` and `plantsh reproduce`",
      zh: "把一个指标记入本次运行：写入 metrics.jsonl，供 `plantsh runs` 和 `plantsh reproduce` 使用"),
    .required(
      "name", String.self, Text(en: "what it is, as a name: f1, cycle_time", zh: "指标名称，如 f1、cycle_time")),
    .required("value", Double.self, Text(en: "the figure", zh: "指标的值")),
    .optional(
      "step", Int.self,
      Text(en: "what is counted: an epoch; calls are counted if not given", zh: "序号，如轮次；不给则按调用次数计数"),
      in: 0...1_000_000_000),
    .option(
      "exact", Bool.self,
      Text(
        en: "must be the same when the run is reproduced; false for times", zh: "重现时必须完全一致；耗时类指标设为 false"),
      default: true),
    returns: Text(en: "the figure", zh: "该指标"), example: #"metric("f1", 0.93)"#
  ) { name, value, step, isExact in
    guard isMetricName(name) else {
      throw Fault(
        .name, en: "metric: '\(name)' is no name: letters, digits and _, a letter first",
        zh: "metric：'\(name)' 不是名称，只能用字母、数字和 _，且以字母开头",
        try: "metric(\"\(asMetricName(name))\", \(value.significant()))")
    }
    Metric(name, value, step: step, isExact: isExact).note()
    return value
  }
}

/// Tables of runs are filtered by expressions over metrics, so that a metric is called as a column may be.
private func isMetricName(_ name: String) -> Bool {
  !name.isEmpty && name == asMetricName(name)
}

private func asMetricName(_ name: String) -> String {
  let letters = String(name.map { $0.isLetter || $0.isNumber || $0 == "_" ? $0 : "_" })
  return letters.first.map(\.isNumber) ?? true ? "m_" + letters : letters
}
