internal import PlantData
internal import Plotting
internal import Report

/// Figures of a table's columns.
struct TableFigures {
  let table: Table
  /// What the user called it; a name made from the columns when nil.
  let title: String?

  private func title(_ fallback: String) -> Text { Text(title ?? fallback) }

  enum Style { case line, scatter }

  /// One series for each column of `y`, or for each value of the column `by`.
  func plane(_ style: Style, x: String, y: [String], by: String?) throws -> Figure {
    let across = try table.plotted(x)
    let columns = try y.map { try table.plotted($0) }
    guard let first = columns.first else {
      throw Fault(.usage, en: "name at least one column to plot", zh: "请至少给出一列")
    }
    var series = columns.map { Series(Text($0.name), x: across.numbers, y: $0.numbers) }
    if let by {
      guard columns.count == 1 else {
        throw Fault(.usage, en: "with 'by', plot one column at a time", zh: "使用 by 时一次只能画一列")
      }
      series = try groups(by).map { label, rows in
        Series(Text(label), x: rows.map { across.numbers[$0] }, y: rows.map { first.numbers[$0] })
      }
    }
    let axis = columns.count == 1 ? first.axis : Axis(unit: sharedUnit(columns))
    let heading = title("\(y.joined(separator: ", ")) · \(x)")
    let note = missingNote(columns.map(\.numbers) + [across.numbers])
    switch style {
    case .line: return .line(series, title: heading, note: note, x: across.axis, y: axis)
    case .scatter: return .scatter(series, title: heading, note: note, x: across.axis, y: axis)
    }
  }

  func histogram(_ name: String, bins: Int?) throws -> Figure {
    let column = try table.plotted(name)
    guard column.axis.scale == .numbers else {
      throw Fault(
        .type, en: "column '\(name)' holds times, a histogram needs numbers", zh: "列“\(name)”是时间，直方图需要数值")
    }
    return .histogram(column.numbers, title: title(name), unit: column.axis.unit, bins: bins)
  }

  /// A bar for each label: the mean of a column, or how many rows there are.
  func bar(_ by: String, value: String?) throws -> Figure {
    let groups = try groups(by)
    guard let value else {
      return .bar(
        groups.map(\.label), groups.map { Double($0.rows.count) }, title: title(by),
        note: Text(en: "rows", zh: "行数"))
    }
    let column = try table.plotted(value)
    let means = groups.map { mean($0.rows.map { column.numbers[$0] }) }
    return .bar(
      groups.map(\.label), means, title: title("\(value) · \(by)"), note: Text(en: "mean", zh: "均值"),
      unit: column.axis.unit)
  }

  func box(_ name: String, by: String?) throws -> Figure {
    let column = try table.plotted(name)
    let parts: [(label: String, values: [Double])]
    if let by {
      parts = try groups(by).map { ($0.label, $0.rows.map { column.numbers[$0] }) }
    } else {
      parts = [(name, column.numbers)]
    }
    return .box(parts, title: title(name), unit: column.axis.unit)
  }

  func controlChart(_ name: String, baseline: Int?) throws -> Figure {
    let column = try table.plotted(name)
    return .controlChart(column.numbers, title: title(name), unit: column.axis.unit, baseline: baseline)
  }

  /// Pearson's correlation of each pair of columns, over the rows where both have a value.
  func correlation(_ names: [String]) throws -> Figure {
    let columns = try names.map { try table.plotted($0).numbers }
    let values = columns.map { one in columns.map { correlate(one, $0) } }
    return .heatmap(
      rows: names, columns: names, values: values,
      title: Text(title ?? Text(en: "correlation", zh: "相关系数").description))
  }

  /// Actual against predicted class, one row of the table a sample.
  func confusion(actual: String, predicted: String) throws -> Figure {
    let (truth, guess) = (try table.labels(actual), try table.labels(predicted))
    let classes = Set(truth.compactMap { $0 }).union(guess.compactMap { $0 }).sorted()
    let places = Dictionary(uniqueKeysWithValues: classes.enumerated().map { ($1, $0) })
    var counts = classes.map { _ in classes.map { _ in 0 } }
    for (a, p) in zip(truth, guess) {
      if let a, let p, let row = places[a], let column = places[p] { counts[row][column] += 1 }
    }
    return .confusion(counts, classes: classes, title: title.map { Text($0) })
  }

  func roc(score: String, label: String, positive: String) throws -> Figure {
    let (scores, labels) = (try table.plotted(score).numbers, try table.labels(label))
    guard labels.contains(positive) else {
      throw Fault.unknownName(
        positive, among: Array(Set(labels.compactMap { $0 })).sorted(), what: Text(en: "class", zh: "类别"),
        whole: Text(en: "classes", zh: "现有类别"))
    }
    let known = scores.indices.filter { scores[$0].isFinite && labels[$0] != nil }
    return .roc(
      scores: known.map { scores[$0] }, positive: known.map { labels[$0] == positive },
      title: title.map { Text($0) })
  }

  /// The most groups that a figure can tell apart.
  private static let mostGroups = 60

  private func groups(_ by: String) throws -> [(label: String, rows: [Int])] {
    let groups = try table.groups(by)
    guard groups.count <= TableFigures.mostGroups else {
      throw Fault(
        .range, en: "column '\(by)' has \(groups.count.grouped) different values; a figure shows at most 60",
        zh: "列“\(by)”有 \(groups.count.grouped) 个不同的值，一张图最多显示 60 个")
    }
    return groups
  }

  private func sharedUnit(_ columns: [PlottedColumn]) -> String {
    let units = Set(columns.map(\.axis.unit))
    return units.count == 1 ? units.first ?? "" : ""
  }

  private func missingNote(_ columns: [[Double]]) -> Text {
    let missing = (0..<table.rowCount).count { row in columns.contains { $0[row].isNaN } }
    guard missing > 0 else { return Text("") }
    return Text(
      en: "\(missing.grouped) of \(table.rowCount.grouped) rows have a missing value",
      zh: "\(table.rowCount.grouped) 行中有 \(missing.grouped) 行缺值")
  }
}

private func mean(_ values: [Double]) -> Double {
  let known = values.filter { $0.isFinite }
  return known.isEmpty ? .nan : known.reduce(0, +) / Double(known.count)
}

private func correlate(_ a: [Double], _ b: [Double]) -> Double {
  let rows = a.indices.filter { a[$0].isFinite && b[$0].isFinite }
  let (meanA, meanB) = (mean(rows.map { a[$0] }), mean(rows.map { b[$0] }))
  var (ab, aa, bb) = (0.0, 0.0, 0.0)
  for row in rows {
    let (x, y) = (a[row] - meanA, b[row] - meanB)
    ab += x * y
    aa += x * x
    bb += y * y
  }
  return aa > 0 && bb > 0 ? ab / (aa * bb).squareRoot() : .nan
}
