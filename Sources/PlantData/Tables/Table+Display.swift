public import Report

extension Table: Displayable {
  /// First line: rows, columns and what there is to note; then names, kinds or units, and the first and last
  /// rows, as many as the surface has room for.
  public func text(on surface: Surface) -> String {
    let title = titleLine(surface.columns)
    guard !columns.isEmpty else { return title }
    let room = max(4, min(20, surface.rows - 6))
    let (lines, hidden) = fitted(cells(room), columns: surface.columns)
    guard hidden > 0 else { return ([title] + lines).joined(separator: "\n") }
    let names = columnNames.suffix(hidden).joined(separator: ", ")
    let more = Text(
      en: "\(hidden) more column\(hidden == 1 ? "" : "s"): \(names)", zh: "另有 \(hidden) 列：\(names)"
    ).description.truncated(toWidth: surface.columns)
    return ([title] + lines + [more]).joined(separator: "\n")
  }

  public var html: String? {
    let head = zip(zip(columnNames, kindLine), numeric).map { names, flush in
      "<th\(flush ? " style=\"text-align:right\"" : "")>\(names.0.escaped)<br><small>\(names.1.escaped)</small></th>"
    }
    let body = cells(20).map { row in
      let set = zip(row, numeric).map { cell, flush in
        "<td\(flush ? " style=\"text-align:right\"" : "")>\(cell.escaped)</td>"
      }
      return "<tr>\(set.joined())</tr>"
    }
    return """
      <table class="plantsh-table"><caption>\(sizes.description.escaped)\(notes.isEmpty ? "" : " · \(noteLine.escaped)")</caption>
      <thead><tr>\(head.joined())</tr></thead>
      <tbody>
      \(body.joined(separator: "\n"))
      </tbody></table>
      """
  }

  /// `1,204 rows x 14 columns`
  public var sizes: Text {
    Text(
      en:
        "\(rowCount.grouped) row\(rowCount == 1 ? "" : "s") x \(columns.count) column\(columns.count == 1 ? "" : "s")",
      zh: "\(rowCount.grouped) 行 x \(columns.count) 列")
  }

  private var noteLine: String {
    let separator = Text(en: ", ", zh: "，").description
    return notes.map(\.description).joined(separator: separator)
  }

  private func titleLine(_ width: Int) -> String {
    let size = sizes.description
    guard !notes.isEmpty else { return size }
    let note = noteLine
    let gap = width - size.displayWidth - note.displayWidth
    if gap >= 2 { return size + String(repeating: " ", count: gap) + note }
    return size + "\n" + note.truncated(toWidth: width)
  }

  private var kindLine: [String] {
    columns.map { column in
      if let unit = column.unit, column.kind.isNumber { return unit.symbol }
      let words = column.kind.words.description
      return column.zone.map { "\(words) \($0)" } ?? words
    }
  }

  /// The grid with a line that counts missing values, in words where that costs no column its place, else as `3 ·`.
  private func fitted(_ cells: [[String]], columns width: Int) -> (lines: [String], hidden: Int) {
    let header = [columnNames.map { $0.isEmpty ? "·" : $0 }, kindLine]
    let plain = Grid(header: header, rows: cells, numeric: numeric).lines(fitting: width)
    guard columns.contains(where: { $0.missing > 0 }) else { return plain }
    func counted(_ words: (Int) -> Text) -> (lines: [String], hidden: Int) {
      let line = columns.map { $0.missing > 0 ? words($0.missing).description : "" }
      return Grid(header: header + [line], rows: cells, numeric: numeric).lines(fitting: width)
    }
    let worded = counted { Text(en: "\($0.grouped) missing", zh: "缺 \($0.grouped)") }
    return worded.hidden == plain.hidden ? worded : counted { Text("\($0.grouped) ·") }
  }

  private var numeric: [Bool] { columns.map { $0.kind.isNumber } }

  /// The cells of the first and last rows, at most `room` lines with a `…` between.
  private func cells(_ room: Int) -> [[String]] {
    let all = rowCount <= room
    let tail = all ? 0 : min(3, room / 3)
    let head = all ? rowCount : room - tail - 1
    let shown = Array(0..<head) + Array(rowCount - tail..<rowCount)
    let columns = columns.map { column in column.shown(shown) }
    var rows = shown.indices.map { i in columns.map { $0[i] } }
    if !all { rows.insert(["…"] + [String](repeating: "", count: columns.count - 1), at: head) }
    return rows
  }
}

extension Column {
  /// The cells of some rows with as many digits as their column needs, decimals alike.
  fileprivate func shown(_ rows: [Int]) -> [String] {
    guard case .float64(let values) = values else { return rows.map { self[$0].shown(in: zone) } }
    let present = rows.filter { !isMissing($0) }.map { values.start[$0] }
    let places = present.filter(\.isFinite).map { value in
      let text = value.significant(6)
      return text.contains("e") ? -1 : text.split(separator: ".").dropFirst().first.map(\.count) ?? 0
    }
    guard let most = places.max(), !places.contains(-1) else { return rows.map { self[$0].shown(in: zone) } }
    return rows.map { isMissing($0) ? "·" : values.start[$0].fixed(min(most, 6)) }
  }
}

extension String {
  /// With the signs that HTML keeps for itself written out.
  fileprivate var escaped: String {
    var out = ""
    for character in self {
      switch character {
      case "&": out += "&amp;"
      case "<": out += "&lt;"
      case ">": out += "&gt;"
      case "\"": out += "&quot;"
      default: out.append(character)
      }
    }
    return out
  }
}
