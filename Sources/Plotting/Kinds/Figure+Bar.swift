public import Report

extension Figure {
  /// A bar for each category, in the order given, with the interval it is sure within when there is one.
  public static func bar(
    _ labels: [String], _ values: [Double], intervals: [ClosedRange<Double>]? = nil, title: Text,
    note: Text = Text(""), unit: String = ""
  ) -> Figure {
    precondition(labels.count == values.count, "bar: one value for each label")
    precondition(intervals == nil || intervals?.count == values.count, "bar: one interval for each value")
    let rows = labels.indices.map { i in Row(labels[i], .bar(values[i], interval: intervals?[i])) }
    return Figure(title: title, note: note, x: Axis(unit: unit), y: Axis(), content: .rows(rows))
  }
}
