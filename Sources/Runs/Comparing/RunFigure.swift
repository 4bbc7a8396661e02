public import Plotting
internal import Report

/// Metrics of runs over their steps.
public enum RunFigure {
  /// - Parameter metrics: names; every metric with more than one step when there are none.
  /// - Throws: a fault when no run has such a metric.
  public static func figure(of runs: [RunFolder], metrics wanted: [String]) throws -> Figure {
    let lines = runs.map { ($0.name, $0.metrics) }
    let known = known(in: lines.map(\.1))
    let names = wanted.isEmpty ? shown(known, lines.map(\.1)) : wanted
    for name in names where !known.contains(name) {
      let hint = nearest(to: name, among: known).first
      throw Fault(
        .name, en: "no metric '\(name)'" + (hint.map { " · did you mean \($0)?" } ?? ""),
        zh: "没有指标“\(name)”" + (hint.map { " · 是不是 \($0)？" } ?? ""), try: "plantsh runs plot last")
    }
    guard !names.isEmpty else {
      throw Fault(
        .data, en: "the run kept no metrics", zh: "该运行没有记录指标", at: Place(file: runs.first?.path),
        try: "metric(\"f1\", 0.93)")
    }
    let series = lines.flatMap { run, lines in
      names.compactMap { name -> Series? in
        let points = lines.filter { $0.name == name }
        guard !points.isEmpty else { return nil }
        let title = runs.count > 1 ? names.count > 1 ? "\(run) \(name)" : run : name
        return Series(Text(title), x: points.map { Double($0.step) }, y: points.map(\.value))
      }
    }
    return .line(
      series, title: Text(runs.count == 1 ? runs[0].name : names.joined(separator: ", ")),
      x: Axis(Text(en: "step", zh: "步")), y: Axis(Text(names.count == 1 ? names[0] : "")))
  }

  private static func known(in lines: [[MetricLine]]) -> [String] {
    var names: [String] = []
    for line in lines.joined() where !names.contains(line.name) { names.append(line.name) }
    return names
  }

  /// The losses where there are any, else whatever has a course.
  private static func shown(_ known: [String], _ lines: [[MetricLine]]) -> [String] {
    let courses = known.filter { name in lines.contains { $0.filter { $0.name == name }.count > 1 } }
    let losses = courses.filter { $0.hasSuffix("_loss") }
    return losses.isEmpty ? courses.isEmpty ? known : courses.filter { $0 != "learning_rate" } : losses
  }
}

extension RunFigure {
  /// Writes a figure as SVG.
  ///
  /// - Throws: a fault when the name is no `.svg`, or the file cannot be written.
  public static func write(_ figure: Figure, to path: String) throws {
    guard path.lowercased().hasSuffix(".svg") else {
      throw Fault(
        .usage, en: "a plot of runs is saved as .svg", zh: "运行图保存为 .svg", at: Place(file: path),
        try: "plantsh runs plot last --save runs.svg")
    }
    try WholeFile.write(figure.svg ?? "", to: path)
  }
}
