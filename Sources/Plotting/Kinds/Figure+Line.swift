public import Report

extension Figure {
  /// One or more series as lines, over numbers or over time. A gap in the values is a gap in the line.
  ///
  ///     Figure.line([Series(Text("R1"), x: times, y: speeds)], x: Axis(Text("time"), scale: .time(offset: 28_800)),
  ///       y: Axis(Text("speed"), unit: "m/s"))
  public static func line(
    _ series: [Series], title: Text = Text(""), note: Text = Text(""), x: Axis, y: Axis
  ) -> Figure {
    Figure(title: title, note: note, x: x, y: y, content: .plane(toned(series).map { .line($0) }))
  }

  /// One or more series as points.
  public static func scatter(
    _ series: [Series], title: Text = Text(""), note: Text = Text(""), x: Axis, y: Axis
  ) -> Figure {
    Figure(title: title, note: note, x: x, y: y, content: .plane(toned(series).map { .points($0) }))
  }

  /// Each series in the next colour of the palette, unless it has a tone of its own.
  private static func toned(_ series: [Series]) -> [Series] {
    series.enumerated().map { index, one in
      var toned = one
      if one.tone == .series(0) { toned.tone = .series(index) }
      return toned
    }
  }
}
