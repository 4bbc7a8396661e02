internal import Report

/// Gathers the rows of a sheet into a table.
final class SheetTable {
  private let source: String
  private var header: SheetHeader
  private var columns: RowColumns
  private var slots = [Int](repeating: -1, count: CellReference.columnLimit)
  private var used: [Int] = []
  private var errors = Lacking()
  private var uncalculated = Lacking()
  private var hasRows = false

  /// Cells that have no value for one reason: how many, and the first.
  private struct Lacking {
    var count = 0
    var first = ""

    mutating func note(_ row: Int, _ column: Int, _ words: String = "") {
      count += 1
      if count == 1 { first = CellReference.letters(column) + "\(row)" + words }
    }
  }

  init(source: String, options: ExcelOptions, columns: ColumnOptions) {
    self.source = source
    header = SheetHeader(options)
    self.columns = RowColumns(source: source, options: columns)
  }

  func add(row: Int, _ cells: SheetCells.Cells) throws {
    if !hasRows, header.takes(row: row, cells) { return }
    hasRows = true
    for (column, cell) in cells {
      let slot = try slot(column)
      switch cell {
      case .value(let value): columns.set(slot, value)
      case .error(let words): errors.note(row, column, ": \(words)")
      case .uncalculated: uncalculated.note(row, column)
      }
    }
    columns.endRow(at: row)
  }

  private func slot(_ column: Int) throws -> Int {
    if slots[column] >= 0 { return slots[column] }
    slots[column] = try columns.slot(named: CellReference.letters(column))
    used.append(column)
    return slots[column]
  }

  func finish(merged: [MergedCells]) throws -> Reading {
    for column in header.columns { _ = try slot(column) }
    used.sort()
    let (names, notes) = header.names(of: used, merged: merged, source: source)
    columns.arrange(used.map { slots[$0] }, named: names)
    let reading = try columns.finish()
    let (table, filled) = try fill(reading.table, merged)
    var lacking: [Text] = []
    if filled > 0 {
      lacking.append(
        Text(
          en: "\(source): \(filled.grouped) merged cells, each of their rows has the value",
          zh: "\(source)：\(filled.grouped) 处合并单元格，其中每一行都取该值"))
    }
    if errors.count > 0 {
      lacking.append(
        Text(
          en:
            "\(source): \(errors.count.grouped) cells hold an error and have no value, the first \(errors.first)",
          zh: "\(source)：\(errors.count.grouped) 个单元格为错误值，按缺失处理，第一个是 \(errors.first)"))
    }
    if uncalculated.count > 0 {
      let count = uncalculated.count.grouped, first = uncalculated.first
      lacking.append(
        Text(
          en: "\(source): \(count) formulas were never calculated and have no value, the first \(first); "
            + "save the file in Excel once",
          zh: "\(source)：\(count) 个公式从未计算，没有值，第一个是 \(first)；请用 Excel 打开并保存一次"))
    }
    return Reading(table: table, quarantine: reading.quarantine).noting(notes + lacking)
  }

  /// Gives each row of a merged cell its value: Excel keeps it in the first row only.
  private func fill(_ table: Table, _ merged: [MergedCells]) throws -> (Table, Int) {
    let tall = merged.filter { $0.rows.count > 1 }
    guard !tall.isEmpty, let provenance = table.provenance else { return (table, 0) }
    let places = Dictionary(
      uniqueKeysWithValues: (0..<table.rowCount).compactMap { row in provenance[row].map { ($0.row, row) } })
    var filled = 0
    var done = table.columns
    for (place, column) in used.enumerated() where place < done.count {
      let own = tall.filter { $0.columns.lowerBound == column && places[$0.rows.lowerBound] != nil }
      guard !own.isEmpty else { continue }
      let rows = Buffer<Int32>((0..<Int32(table.rowCount)).map { $0 })
      for cells in own {
        guard let first = places[cells.rows.lowerBound] else { continue }
        // A range may reach far below the last row.
        for row in first..<table.rowCount {
          guard let origin = provenance[row], cells.rows.contains(origin.row) else { break }
          rows.start[row] = Int32(first)
        }
        filled += 1
      }
      done[place] = done[place].taking(rows)
    }
    return (try Table(done, rowCount: table.rowCount, provenance: provenance, notes: table.notes), filled)
  }
}
