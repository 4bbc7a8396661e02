internal import Report

/// A matrix of numbers, shaded behind in colour.
struct CellsText {
  let figure: Figure
  let cells: Cells
  let surface: Surface

  func lines() -> [String] {
    let names = min(surface.columns / 3, max(figure.y.caption.displayWidth, widest(cells.rows)))
    let labels = cells.rows.indices.map { i in cells.columns.indices.map { cells.label(i, $0) } }
    let wanted = max(widest(cells.columns), labels.map(widest).max() ?? 1)
    let columns = max(1, cells.columns.count)
    let width = max(2, min(wanted, 12, (surface.columns - names - 2) / columns - 2))
    let fitting = max(1, min(columns, (surface.columns - names - 2) / (width + 2)))
    let shades = cells.shades
    let space = String(repeating: " ", count: names + 2)
    var out: [String] = []
    if !figure.x.caption.isEmpty { out.append(space + figure.x.caption) }
    let header = cells.columns.prefix(fitting).map {
      $0.truncated(toWidth: width).padded(toWidth: width, onLeft: true)
    }
    out.append(figure.y.caption.padded(toWidth: names) + "  " + header.map { " \($0) " }.joined())
    for (i, name) in cells.rows.enumerated().prefix(max(3, surface.rows - 5)) {
      var line = name.truncated(toWidth: names).padded(toWidth: names) + "  "
      for j in 0..<fitting {
        let cell = " " + labels[i][j].truncated(toWidth: width).padded(toWidth: width, onLeft: true) + " "
        line +=
          surface.colour
          ? painted(cell, shades[i][j], wrong: cells.shading.tellsRightFromWrong && i != j) : cell
      }
      out.append(line)
    }
    if fitting < cells.columns.count {
      let left = cells.columns.count - fitting
      out.append(Text(en: "… \(left) more columns", zh: "……另有 \(left) 列").description)
    }
    return out
  }

  private func widest(_ texts: [String]) -> Int { texts.map(\.displayWidth).max() ?? 1 }

  /// Blue by value, red for what is wrong, white where nothing is.
  private func painted(_ cell: String, _ shade: Double, wrong: Bool) -> String {
    guard shade > 0.02 else { return cell }
    let blues = [153, 111, 69, 33, 26]
    let reds = [224, 217, 210, 203, 160]
    let step = min(4, Int((wrong ? shade * 2.5 : shade) * 5))
    let ink = step > 2 ? 231 : 16
    return "\u{1B}[38;5;\(ink);48;5;\((wrong ? reds : blues)[step])m\(cell)\u{1B}[0m"
  }
}
