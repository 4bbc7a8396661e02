internal import Report

extension Figure {
  /// What the figure shows, in one sentence for each mark: for a screen reader, for `--plain`.
  package var words: String { summary.description }

  var summary: Text {
    let head = title.description.isEmpty ? Text("") : title + Text(en: ": ", zh: "：")
    let parts: [Text] =
      switch content {
      case .plane(let marks): marks.compactMap { words(for: $0) }
      case .rows(let rows): rows.prefix(20).map { words(for: $0) }
      case .cells(let cells): [words(for: cells)]
      }
    let ending = note.description.isEmpty ? [] : [note]
    let said = parts + ending
    return head
      + Text(en: said.map(\.en).joined(separator: "; "), zh: said.map(\.zh).joined(separator: "；"))
  }

  private func words(for mark: Mark) -> Text? {
    switch mark {
    case .line(let series): return words(for: series, ordered: true)
    case .points(let series): return words(for: series, ordered: false)
    case .blocks(let blocks, _):
      guard let most = blocks.max(by: { $0.height < $1.height }), let first = blocks.first,
        let last = blocks.last
      else { return Text(en: "no values", zh: "无数据") }
      let ends = "\(first.low.significant()) .. \(last.high.significant())"
      let peak = "\(most.low.significant()) .. \(most.high.significant())"
      return Text(
        en: "from \(ends), most (\(Int(most.height).grouped)) in \(peak)",
        zh: "范围 \(ends)，\(peak) 区间最多（\(Int(most.height).grouped)）")
    case .rule(let rule): return rule.name.description.isEmpty ? nil : rule.name
    }
  }

  private func words(for series: Series, ordered: Bool) -> Text? {
    if series.tone == .quiet { return nil }
    let known = series.y.indices.filter { series.x[$0].isFinite && series.y[$0].isFinite }
    let named = series.name.description.isEmpty ? Text("") : series.name + Text(" ")
    guard let low = known.min(by: { series.y[$0] < series.y[$1] }),
      let high = known.max(by: { series.y[$0] < series.y[$1] })
    else { return named + Text(en: "no values", zh: "无数据") }
    let (least, most) = (series.y[low].significant(), series.y[high].significant())
    let count = Text(en: "\(known.count.grouped) points", zh: "\(known.count.grouped) 个点")
    guard ordered else { return named + count + Text(en: ", \(least) to \(most)", zh: "，\(least) 至 \(most)") }
    return named + trend(known.map { series.y[$0] })
      + Text(
        en: ", \(least) to \(most), max at row \(high + 1)", zh: "，\(least) 至 \(most)，最大值在第 \(high + 1) 行")
  }

  /// Rising or falling when the last third lies above or below the first by a quarter of the range.
  private func trend(_ values: [Double]) -> Text {
    let third = max(1, values.count / 3)
    let start = values.prefix(third).reduce(0, +) / Double(third)
    let end = values.suffix(third).reduce(0, +) / Double(third)
    let quarter = ((values.max() ?? 0) - (values.min() ?? 0)) / 4
    if quarter == 0 { return Text(en: "constant", zh: "恒定") }
    if end - start > quarter { return Text(en: "rising", zh: "上升") }
    if start - end > quarter { return Text(en: "falling", zh: "下降") }
    return Text(en: "level", zh: "平稳")
  }

  private func words(for row: Row) -> Text {
    switch row.shape {
    case .bar(let value, _): return Text("\(row.label) \(value.significant())")
    case .box(let five):
      let median = five.median.significant()
      let quartiles = "\(five.lowerQuartile.significant()) .. \(five.upperQuartile.significant())"
      return Text(
        en: "\(row.label) median \(median), quartiles \(quartiles)",
        zh: "\(row.label) 中位数 \(median)，四分位 \(quartiles)")
    }
  }

  private func words(for cells: Cells) -> Text {
    let lines = cells.rows.indices.map { i in
      let values = cells.columns.indices.map { "\(cells.columns[$0]) \(cells.label(i, $0))" }
      return "\(cells.rows[i]) → " + values.joined(separator: ", ")
    }
    return Text(lines.prefix(20).joined(separator: "; "))
  }
}
