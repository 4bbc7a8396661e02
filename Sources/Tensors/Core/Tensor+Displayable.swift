public import Report

extension Tensor: Displayable {
  /// The shape, a line of statistics when there are many values, and the values or their corner.
  ///
  ///     tensor [2, 3]
  ///     1  2  3
  ///     4  5  6
  public func text(on surface: Surface) -> String {
    if rank == 0 { return "tensor \(Double(values[0]).significant())" }
    let title = "tensor \(shape.text)"
    guard count > 0 else { return title }
    let columns = shape[rank - 1]
    let rows = count / Swift.max(1, columns)
    let most = Swift.max(4, Swift.min(surface.rows - 4, 12))
    let shownRows = rows <= most ? rows : rank == 2 ? most - 1 : Swift.min(most - 1, shape[rank - 2])
    var lines = [count > 12 ? title + "   " + statistics : title]
    var shownColumns = columns
    var text: [String] = []
    repeat {
      (text, shownColumns) = corner(rows: shownRows, columns: shownColumns, fitting: surface.columns)
    } while text.isEmpty
    lines += text
    let (hiddenRows, hiddenColumns) = (rows - shownRows, columns - shownColumns)
    if hiddenRows > 0 || hiddenColumns > 0 {
      lines.append(
        Text(
          en: "… \(hiddenRows.grouped) more rows, \(hiddenColumns.grouped) more columns",
          zh: "… 另有 \(hiddenRows.grouped) 行、\(hiddenColumns.grouped) 列"
        ).description)
    }
    return lines.joined(separator: "\n")
  }

  /// Mean, spread and range on one line; values that are no numbers are counted.
  var statistics: String {
    var low = Float.infinity, high = -Float.infinity
    var sum = 0.0, squares = 0.0, finite = 0
    for i in 0..<count where values[i].isFinite {
      let value = values[i]
      low = Swift.min(low, value)
      high = Swift.max(high, value)
      sum += Double(value)
      squares += Double(value) * Double(value)
      finite += 1
    }
    var words: [Text] = []
    if finite > 0 {
      let mean = sum / Double(finite)
      let spread = Swift.max(0, squares / Double(finite) - mean * mean).squareRoot()
      words.append(Text(en: "mean", zh: "均值") + Text(" \(mean.significant(4))"))
      words.append(Text(en: "std", zh: "标准差") + Text(" \(spread.significant(4))"))
      words.append(Text("\(Double(low).significant(4)) .. \(Double(high).significant(4))"))
    }
    if finite < count {
      words.append(
        Text(en: "\((count - finite).grouped) not finite", zh: "\((count - finite).grouped) 个非有限值"))
    }
    return words.map(\.description).joined(separator: "   ")
  }

  /// The first rows and columns, aligned; empty when they did not fit, with fewer columns to try.
  private func corner(rows: Int, columns: Int, fitting width: Int) -> (lines: [String], columns: Int) {
    let all = shape[rank - 1]
    let tried = Swift.min(columns, Swift.max(1, width / 3))
    let cells = (0..<rows).map { row in
      (0..<tried).map { Double(values[row * all + $0]).significant(4) }
    }
    let cellWidth = cells.joined().map(\.count).max() ?? 1
    let fitting = Swift.max(1, (width + 2) / (cellWidth + 2))
    guard tried <= fitting else { return ([], fitting) }
    let lines = cells.map { row in
      row.map { $0.padded(toWidth: cellWidth, onLeft: true) }.joined(separator: "  ")
    }
    return (lines, tried)
  }
}
