internal import Report

/// Bars and boxes, one line each.
struct RowsText {
  let figure: Figure
  let rows: [Row]
  let surface: Surface

  func lines() -> [String] {
    let range = rowRange(rows, axis: figure.x)
    let margin = min(surface.columns / 3, rows.map(\.label.displayWidth).max() ?? 0)
    let values = rows.map { row in
      switch row.shape {
      case .bar(let value, _): value.significant(4)
      case .box(let five): five.median.significant(4)
      }
    }
    let numbers = values.map(\.displayWidth).max() ?? 0
    let columns = max(8, min(100, surface.columns) - margin - numbers - 4)
    let room = max(2, surface.rows - 6)
    let shown = rows.prefix(room)
    var out = zip(shown, values).map { row, value in
      let label = row.label.truncated(toWidth: margin).padded(toWidth: margin)
      let drawn =
        switch row.shape {
        case .bar(let length, _): bar(length, range, columns)
        case .box(let five): box(five, range, columns)
        }
      return "\(label)  \(painted(drawn))\(value)"
    }
    if rows.count > room {
      out.append(Text(en: "… \(rows.count - room) more", zh: "……另有 \(rows.count - room) 项").description)
    }
    let space = String(repeating: " ", count: margin + 2)
    if hasBoxes { out.append(space + ends(of: range, columns)) }
    if !figure.x.caption.isEmpty { out.append(space + figure.x.caption) }
    return out
  }

  private var hasBoxes: Bool {
    rows.contains { row in
      if case .box = row.shape { return true }
      return false
    }
  }

  /// What both ends of the scale mean, where no bar says its own length.
  private func ends(of range: ClosedRange<Double>, _ columns: Int) -> String {
    let (low, high) = (range.lowerBound.significant(4), range.upperBound.significant(4))
    let gap = max(1, columns - low.displayWidth - high.displayWidth)
    return low + String(repeating: " ", count: gap) + high
  }

  private func painted(_ drawing: String) -> String {
    surface.colour ? "\u{1B}[38;5;\(Palette.terminal(.series(0)))m\(drawing)\u{1B}[0m" : drawing
  }

  private func place(_ value: Double, _ range: ClosedRange<Double>, _ columns: Int) -> Double {
    (value - range.lowerBound) / (range.upperBound - range.lowerBound) * Double(columns)
  }

  /// The bar from zero to its value in eighths of a character, then a space.
  private func bar(_ value: Double, _ range: ClosedRange<Double>, _ columns: Int) -> String {
    guard value.isFinite else { return "" }
    let zero = place(min(max(0, range.lowerBound), range.upperBound), range, columns)
    let end = place(value, range, columns)
    if end < zero {
      let (from, to) = (Int(end.rounded()), Int(zero.rounded()))
      return String(repeating: " ", count: from) + String(repeating: "█", count: max(1, to - from)) + " "
    }
    let start = Int(zero.rounded())
    let eighths = max(0, Int((end * 8).rounded()) - 8 * start)
    let steps = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"]
    let full = String(repeating: "█", count: eighths / 8) + steps[eighths % 8]
    return String(repeating: " ", count: start) + full + (full.isEmpty ? "" : " ")
  }

  private func box(_ five: FiveNumbers, _ range: ClosedRange<Double>, _ columns: Int) -> String {
    var cells = [Character](repeating: " ", count: columns)
    func column(_ value: Double) -> Int { max(0, min(columns - 1, Int(place(value, range, columns)))) }
    for value in five.outliers { cells[column(value)] = "·" }
    let (low, high) = (column(five.low), column(five.high))
    for i in low...high { cells[i] = "─" }
    cells[low] = "├"
    cells[high] = "┤"
    for i in column(five.lowerQuartile)...column(five.upperQuartile) { cells[i] = "▒" }
    cells[column(five.median)] = "█"
    return String(cells) + " "
  }
}
