internal import Report

/// Finds the rows of a sheet that name its columns, and makes names of them.
struct SheetHeader {
  private let options: ExcelOptions
  private var rows: [(row: Int, texts: [Int: String])] = []
  /// A row of one cell, which is a title when a fuller row follows.
  private var title: Int?

  init(_ options: ExcelOptions) { self.options = options }

  /// Takes a row when it belongs to the header or stands above it; false when it is one of data.
  mutating func takes(row: Int, _ cells: SheetCells.Cells) -> Bool {
    if options.header == 0 || options.headerRows == 0 { return false }
    if let first = options.header {
      guard row < first + options.headerRows else { return false }
      if row >= first { add(row, cells) }
      return true
    }
    if rows.count == 1, title == nil, rows[0].texts.count == 1, cells.count > 1, options.headerRows == 1 {
      title = rows[0].row
      rows = []
    }
    guard let first = rows.first?.row else {
      add(row, cells)
      return true
    }
    guard row < first + options.headerRows else { return false }
    add(row, cells)
    return true
  }

  private mutating func add(_ row: Int, _ cells: SheetCells.Cells) {
    var texts: [Int: String] = [:]
    for (column, cell) in cells {
      guard case .value(let value) = cell else { continue }
      let words = value.text.split(whereSeparator: \.isWhitespace)
      texts[column] = words.joined(separator: " ")
    }
    rows.append((row, texts))
  }

  /// Columns that have a name.
  var columns: [Int] { Set(rows.flatMap(\.texts.keys)).sorted() }

  /// The names of these columns: those without one are called by their letters, repeated ones numbered.
  func names(of columns: [Int], merged: [MergedCells], source: String) -> (names: [String], notes: [Text]) {
    let distinct = DistinctNames(
      columns.map { column in
        let parts = rows.compactMap { text(of: column, in: $0, merged) }
        return parts.isEmpty ? CellReference.letters(column) : parts.joined(separator: ".")
      }, source: source)
    guard let title else { return (distinct.names, distinct.notes) }
    let header = rows.first?.row ?? title + 1
    let note = Text(
      en: "\(source): row \(title) is taken for a title, row \(header) names the columns",
      zh: "\(source)：第 \(title) 行视为标题，第 \(header) 行为列名")
    return (distinct.names, [note] + distinct.notes)
  }

  /// What a row of the header says of a column; a merged cell speaks for all columns it covers, and once for rows.
  private func text(of column: Int, in row: (row: Int, texts: [Int: String]), _ merged: [MergedCells])
    -> String?
  {
    if let text = row.texts[column] { return text.isEmpty ? nil : text }
    let over = merged.first { $0.rows.lowerBound == row.row && $0.columns.contains(column) }
    return over.flatMap { row.texts[$0.columns.lowerBound] }
  }
}
