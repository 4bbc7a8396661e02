public import Report

extension Figure {
  /// A Shewhart chart of individual values: the mean, the limits at three sigma, and what lies beyond them
  /// (ISO 7870-2). Sigma is the mean moving range divided by 1.128.
  ///
  /// - Parameter baseline: how many values at the start the limits come from; all when nil.
  public static func controlChart(
    _ values: [Double], title: Text, unit: String = "", baseline: Int? = nil
  ) -> Figure {
    let limits = ControlLimits(values, baseline: baseline)
    let order = values.indices.map { Double($0 + 1) }
    let outside = values.indices.filter { limits.isOutside(values[$0]) }
    var marks: [Mark] = [.line(Series(title, x: order, y: values))]
    if let centre = limits.centre {
      marks += [
        .rule(
          Rule(
            Text(en: "mean \(centre.significant())", zh: "均值 \(centre.significant())"), at: centre,
            isDashed: false)),
        .rule(
          Rule(
            Text(en: "UCL \(limits.upper.significant())", zh: "上控制限 \(limits.upper.significant())"),
            at: limits.upper, tone: .bad)),
        .rule(
          Rule(
            Text(en: "LCL \(limits.lower.significant())", zh: "下控制限 \(limits.lower.significant())"),
            at: limits.lower, tone: .bad)),
      ]
    }
    let points = Series(
      Text(en: "outside", zh: "超限"), x: outside.map { order[$0] }, y: outside.map { values[$0] }, tone: .bad)
    if !outside.isEmpty { marks.append(.points(points)) }
    return Figure(
      title: title,
      note: Text(
        en: "\(outside.count.grouped) of \(values.count.grouped) outside the control limits",
        zh: "\(values.count.grouped) 个值中 \(outside.count.grouped) 个超出控制限"),
      x: Axis(Text(en: "row", zh: "序号")), y: Axis(title, unit: unit), content: .plane(marks))
  }
}

/// Mean and three-sigma limits of individual values; nil without two numbers.
public struct ControlLimits: Sendable, Hashable {
  public let centre: Double?
  public let lower: Double
  public let upper: Double

  public init(_ values: [Double], baseline: Int? = nil) {
    let known = values.prefix(baseline ?? values.count).filter { $0.isFinite }
    guard known.count > 1 else {
      (centre, lower, upper) = (nil, -.infinity, .infinity)
      return
    }
    let mean = known.reduce(0, +) / Double(known.count)
    let ranges = zip(known, known.dropFirst()).map { abs($1 - $0) }
    let sigma = ranges.reduce(0, +) / Double(ranges.count) / 1.128
    (centre, lower, upper) = (mean, mean - 3 * sigma, mean + 3 * sigma)
  }

  public func isOutside(_ value: Double) -> Bool { value < lower || value > upper }
}
