internal import Report

/// Gathers the rows of a row-wise source into columns; a row that lacks a column has no value there.
struct RowColumns {
  /// More columns than any sheet or database has: a document with as many is none of rows.
  static let mostColumns = 16_384

  private let source: String
  private let options: ColumnOptions
  private var columns: [AdaptiveColumn] = []
  private var places: [String: Int] = [:]
  private var rowCount = 0
  private var origins = ProvenanceBuilder()
  private var quarantine: [QuarantinedRow] = []

  init(source: String, options: ColumnOptions) {
    self.source = source
    self.options = options
    origins.begin(file: source)
  }

  /// The number of the column of this name, new when it was not seen before.
  ///
  /// - Throws: `Fault` (limit) when there are more than `mostColumns`.
  mutating func slot(named name: String) throws -> Int {
    if let place = places[name] { return place }
    guard columns.count < RowColumns.mostColumns else {
      throw Fault(
        .limit, en: "more than \(RowColumns.mostColumns.grouped) columns",
        zh: "超过 \(RowColumns.mostColumns.grouped) 列", at: Place(file: source, row: rowCount + 1, column: name)
      )
    }
    places[name] = columns.count
    columns.append(AdaptiveColumn(name: name, missing: rowCount))
    return columns.count - 1
  }

  /// Sets a value of the row being gathered; of two values for one column the first stays.
  mutating func set(_ slot: Int, _ value: RowValue) {
    guard columns[slot].count == rowCount else { return }
    if case .text(let text) = value, options.missing.contains(text) {
      columns[slot].append(.missing)
    } else {
      columns[slot].append(value)
    }
  }

  /// Puts the columns of these slots in this order under these names; no row follows.
  mutating func arrange(_ slots: [Int], named names: [String]) {
    columns = zip(slots, names).map { slot, name in
      var column = columns[slot]
      column.name = name
      return column
    }
    places = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
  }

  mutating func endRow(at row: Int) {
    rowCount += 1
    for i in columns.indices where columns[i].count < rowCount { columns[i].append(.missing) }
    origins.append(row: row)
  }

  mutating func refuse(
    row: Int, column: String? = nil, reason: Text, value: String? = nil, text: String
  ) {
    quarantine.append(
      QuarantinedRow(file: source, row: row, column: column, reason: reason, value: value, text: text))
  }

  /// The table; texts that are all points in time become times, declared kinds and units are applied.
  func finish() throws -> Reading {
    for name in options.types.keys.sorted() + options.units.keys.sorted() where places[name] == nil {
      throw Fault.unknownName(
        name, among: columns.map(\.name), what: Text(en: "column", zh: "列"),
        whole: Text(en: "columns", zh: "现有列"))
    }
    let provenance = origins.finish()
    var refused: [Int: QuarantinedRow] = [:]
    let done = columns.map { adaptive -> Column in
      var column = adaptive.finish()
      if let type = options.types[column.name] {
        if type != .text { column = ColumnTyping.located(column, zone: options.zone) }
        let typed = ColumnTyping.column(column, as: type, zone: options.zone)
        column = typed.column
        for (row, value) in typed.misfits where refused[row] == nil {
          let origin = provenance[row]
          refused[row] = QuarantinedRow(
            file: source, row: origin?.row ?? row + 1, column: column.name,
            reason: Text(en: "\"\(value)\" is not \(type.wanted.en)", zh: "“\(value)”不是\(type.wanted.zh)"),
            value: value)
        }
      } else {
        column = ColumnTyping.timesIfAll(
          ColumnTyping.located(column, zone: options.zone), zone: options.zone)
      }
      return column.labelled(options.units[column.name])
    }
    let all = (quarantine + refused.values).sorted { $0.row < $1.row }
    if options.isStrict, let first = all.first { throw first.fault }
    var table = try Table(done, rowCount: rowCount, provenance: provenance)
    if !refused.isEmpty { table = table.rows((0..<rowCount).filter { refused[$0] == nil }) }
    return Reading(table: table.noting(mixtures(provenance) + QuarantinedRow.notes(all)), quarantine: all)
  }

  /// Columns that became text because of a text among their numbers.
  private func mixtures(_ provenance: Provenance) -> [Text] {
    columns.compactMap { column in
      guard options.types[column.name] == nil, let (row, text) = column.textAmongNumbers,
        let origin = provenance[row]
      else { return nil }
      let name = column.name
      return Text(
        en: "\(source): column \(name) became text because of row \(origin.row): \"\(text)\" is not a number",
        zh: "\(source)：\(name) 列按文本读取，因为第 \(origin.row) 行的“\(text)”不是数字")
    }
  }
}
