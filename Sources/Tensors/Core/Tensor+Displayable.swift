public import Report

extension Tensor: Displayable {
  /// The shape, statistics when there are many values, and the values or as many as fit: those of a matrix as a
  /// table, those of a vector in lines, those of more axes matrix by matrix under their index. At most 14 lines.
  ///
  ///     tensor [2, 3]
  ///     1  2  3
  ///     4  5  6
  public func text(on surface: Surface) -> String {
    if rank == 0 { return "tensor " + NumberColumn([values[0]]).text(values[0]) }
    let statistics = TensorStatistics(UnsafeBufferPointer(start: values, count: count))
    let words = count > 12 ? statistics.words : statistics.exceptions
    var lines = filled(["tensor \(shape.text)"] + words.map(\.description), width: surface.columns)
    guard count > 0 else { return lines.joined(separator: "\n") }
    let room = Swift.max(4, Swift.min(surface.rows - 5, 13) - lines.count)
    lines += rank == 1 ? vectorLines(surface.columns, room) : matrixLines(surface.columns, room)
    return lines.joined(separator: "\n")
  }

  /// Words one after the other, on a new line where one does not fit.
  private func filled(_ words: [String], width: Int) -> [String] {
    words.reduce(into: [String]()) { lines, word in
      if let last = lines.last, last.displayWidth + 3 + word.displayWidth <= width {
        lines[lines.count - 1] = last + "   " + word
      } else {
        lines.append(word.truncated(toWidth: width))
      }
    }
  }

  /// Lines of equally wide numbers, each line under the index of its first value.
  private func vectorLines(_ width: Int, _ room: Int) -> [String] {
    var shown = Swift.min(count, room * Swift.max(1, width / 2))
    while true {
      let column = NumberColumn((0..<shown).map { values[$0] })
      let isOne = shown == count && shown * (column.width + 2) - 2 <= width
      let label = isOne ? 0 : "[\(count)]  ".count
      let across = Swift.max(1, (width - label + 2) / (column.width + 2))
      let rows = (shown + across - 1) / across
      let most = shown < count ? room - 1 : room
      guard rows <= most else {
        shown = Swift.min(shown - 1, (room - 1) * across)
        continue
      }
      let lines = (0..<rows).map { row -> String in
        let places = row * across..<Swift.min(shown, (row + 1) * across)
        let head = isOne ? "" : "[\(row * across + 1)]".padded(toWidth: label)
        let cells = places.map { isOne ? column.text(values[$0]) : column.padded(values[$0]) }
        return head + cells.joined(separator: "  ")
      }
      let hidden = count - shown
      let rest = Text(en: "… \(hidden.grouped) more", zh: "… 另有 \(hidden.grouped) 个")
      return hidden > 0 ? lines + [rest.description] : lines
    }
  }

  /// The first matrices of the last two axes, and what was left out.
  private func matrixLines(_ width: Int, _ room: Int) -> [String] {
    let (rows, columns) = (shape[rank - 2], shape[rank - 1])
    let matrices = count / (rows * columns)
    let head = rank > 2 ? 1 : 0
    let isWhole = matrices * (rows + head) <= room
    let shownMatrices = isWhole ? matrices : Swift.max(1, (room - 1) / (rows + head))
    let shownRows = Swift.min(rows, isWhole ? rows : room - 1 - head)
    var shownColumns = columns
    var lines: [String] = []
    for matrix in 0..<shownMatrices {
      if rank > 2 { lines.append(indexText(matrix)) }
      let table = tableLines(matrix * rows * columns, shownRows, columns, width)
      lines += table.lines
      shownColumns = table.columns
    }
    let hidden = [
      matrices - shownMatrices > 0
        ? Text(
          en: "\((matrices - shownMatrices).grouped) more matrices",
          zh: "\((matrices - shownMatrices).grouped) 个矩阵") : nil,
      rows - shownRows > 0
        ? Text(en: "\((rows - shownRows).grouped) more rows", zh: "\((rows - shownRows).grouped) 行") : nil,
      columns - shownColumns > 0
        ? Text(
          en: "\((columns - shownColumns).grouped) more columns", zh: "\((columns - shownColumns).grouped) 列")
        : nil,
    ].compactMap { $0 }
    guard !hidden.isEmpty else { return lines }
    let list = Text(
      en: "… " + hidden.map(\.en).joined(separator: ", "),
      zh: "… 另有 " + hidden.map(\.zh).joined(separator: "、"))
    return lines + [list.description.truncated(toWidth: width)]
  }

  /// `t[2][1]`: which matrix follows.
  private func indexText(_ matrix: Int) -> String {
    var rest = matrix
    var places: [Int] = []
    for size in shape.dropLast(2).reversed() {
      places.append(rest % size + 1)
      rest /= size
    }
    return "t" + places.reversed().map { "[\($0)]" }.joined()
  }

  /// Rows of a matrix with as many columns as fit.
  private func tableLines(
    _ start: Int, _ rows: Int, _ columns: Int, _ width: Int
  ) -> (lines: [String], columns: Int) {
    var lines = [String](repeating: "", count: rows)
    var used = 0
    for index in 0..<columns {
      let numbers = (0..<rows).map { values[start + $0 * columns + index] }
      let column = NumberColumn(numbers)
      let gap = index == 0 ? "" : "  "
      guard index == 0 || used + 2 + column.width <= width else { return (lines, index) }
      for row in 0..<rows { lines[row] += gap + column.padded(numbers[row]) }
      used += gap.count + column.width
    }
    return (lines, columns)
  }
}
