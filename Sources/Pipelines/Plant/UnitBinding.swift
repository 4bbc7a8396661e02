public import PlantData
internal import Report

/// Builds the table of units: one row for each row of the table that holds the first field, every other field
/// looked up in its source.
struct UnitBinding {
  private let line: Line
  private let plant: PlantDescription
  private let base: Table
  private var columns: [Column] = []
  private var notes: [Text] = []
  /// Fields that some units lack, to be told in one line.
  private var lacks: [(name: String, count: Int)] = []
  private var leftOut: [String: Int] = [:]

  init(_ line: Line) throws {
    self.line = line
    plant = line.plant
    guard let first = plant.fields.first else {
      throw Fault(
        .format, en: "the plant file has no unit { … }", zh: "产线文件没有 unit { … }", at: Place(file: plant.path))
    }
    base = try UnitBinding.table(of: first, line)
  }

  mutating func bind() throws -> Table {
    for field in plant.fields {
      try Interruption.check()
      do {
        columns.append(try column(field))
      } catch let fault as Fault where fault.place?.file == nil {
        throw Fault(
          fault.code, Text("\(field.name): ") + fault.what, at: Place(file: plant.path, line: field.row),
          try: fault.remedy)
      }
    }
    if !lacks.isEmpty {
      let en = lacks.map { "\($0.count.grouped) no \($0.name)" }.joined(separator: ", ")
      let zh = lacks.map { "\($0.count.grouped) 件没有 \($0.name)" }.joined(separator: "，")
      notes.append(Text(en: "units that lack something: \(en)", zh: "数据不全的产品：\(zh)"))
    }
    for name in leftOut.keys.sorted() {
      let count = (leftOut[name] ?? 0).grouped
      notes.append(
        Text(en: "\(name): \(count) samples of other quality left out", zh: "\(name)：舍去质量码不合格的采样 \(count) 个"))
    }
    return try Table(
      columns, rowCount: base.rowCount, provenance: base.provenance, notes: sourceNotes() + notes)
  }

  /// What reading the sources of the fields told: rows that could not be read, clocks set right.
  private func sourceNotes() throws -> [Text] {
    var found: [Text] = []
    for field in plant.fields {
      let table = try line.source(
        field.reference[0], table: field.reference.count > 2 ? field.reference[1] : nil)
      for note in table.notes where !found.contains(note) { found.append(note) }
    }
    return found
  }

  /// The table that a field's column stands in.
  private static func table(of field: PlantDescription.Field, _ line: Line) throws -> Table {
    let source = try line.plant.source(field.reference[0])
    guard field.reference.count == (source.hasTables ? 3 : 2) else {
      let shape = source.hasTables ? "\(source.name).table.column" : "\(source.name).column"
      throw Fault(.format, en: "wanted \(shape)", zh: "应写成 \(shape)")
    }
    return try line.source(source.name, table: source.hasTables ? field.reference[1] : nil)
  }

  private mutating func column(_ field: PlantDescription.Field) throws -> Column {
    let source = try plant.source(field.reference[0])
    if field.at != nil || source.history != nil { return try sampled(field, source) }
    let table = try UnitBinding.table(of: field, line)
    let name = field.reference[field.reference.count - 1]
    let own = try UnitBinding.convert(table.column(name), field, source, table)
    let column: Column
    if table === base {
      column = field.match.isEmpty ? own : Keys(field.match).unified(own)
    } else {
      let rows = try matchingRows(field, source, table)
      column = own.taking(rows, orMissing: true)
    }
    if column.missing > 0 { lacks.append((field.name, column.missing)) }
    return column.renamed(field.name)
  }

  /// The numbers in the field's unit: converted when a column names each row's unit, labelled otherwise.
  private static func convert(
    _ column: Column, _ field: PlantDescription.Field, _ source: PlantDescription.Source, _ table: Table
  ) throws -> Column {
    guard let unit = field.unit else { return column }
    guard let unitColumn = source.unitColumn else {
      return column.unit == nil ? column.labelled(unit) : try UnitConversion.column(column, to: unit)
    }
    let units = try table.column(unitColumn)
    guard let numbers = column.numbers else {
      throw Fault(.type, en: "\(column.name) holds no numbers", zh: "\(column.name) 不是数值列")
    }
    var conversions: [String: Conversion] = [:]
    for name in Set(units.presentRows.map { units[$0].words }) {
      conversions[name] = try Unit(name).conversion(to: unit)
    }
    let builder = ColumnBuilder(column.name, .float64, unit: unit, capacity: column.count)
    for row in 0..<column.count {
      if !column.isMissing(row), !units.isMissing(row), let conversion = conversions[units[row].words] {
        builder.append(conversion(numbers[row]))
      } else {
        builder.appendMissing()
      }
    }
    return builder.finish()
  }

  private func unitColumn(_ name: String) throws -> Column {
    guard let column = columns.first(where: { $0.name == name }) else {
      throw Fault.unknownName(
        name, among: columns.map(\.name), what: Text(en: "field above", zh: "前面的字段"),
        whole: Text(en: "fields", zh: "现有字段"))
    }
    return column
  }

  /// The value of a tag at each unit's moment.
  private mutating func sampled(
    _ field: PlantDescription.Field, _ source: PlantDescription.Source
  ) throws -> Column {
    guard let history = source.history, let at = field.at, field.reference.count == 2 else {
      throw Fault(
        .format, en: "a tag needs at = \"field of a time\" and a source with time, tag and value",
        zh: "点位需要 at = \"时间字段\"，且数据源要有 time、tag、value")
    }
    let moments = try unitColumn(at)
    guard case .timestamp(let times, let zone) = moments.values else {
      throw Fault(.type, en: "'\(at)' is no column of times", zh: "“\(at)”不是时间列")
    }
    let table = try line.source(source.name)
    let sampleZone = try table.column(history.time).zone
    guard (zone == nil) == (sampleZone == nil) else {
      throw Fault(
        .data, en: "'\(at)' and \(source.name) do not both have a zone; state zone = \"+08:00\"",
        zh: "“\(at)”与 \(source.name) 只有一个带时区；请写明 zone = \"+08:00\"")
    }
    let samples = try TagHistory(tag: field.reference[1], of: table, history)
    if samples.leftOut > 0 { leftOut[field.name] = samples.leftOut }
    let tolerance = Int64((field.within * 1e6).rounded())
    let builder = ColumnBuilder(field.name, .float64, unit: field.unit, capacity: moments.count)
    for row in 0..<moments.count {
      let value = moments.isMissing(row) ? nil : samples.value(at: times[row], within: tolerance)
      if let value { builder.append(value) } else { builder.appendMissing() }
    }
    let column = builder.finish()
    if column.missing > 0 { lacks.append((field.name, column.missing)) }
    return column
  }

  /// For each unit the row of another table with its key, -1 for none. Of several the first counts.
  private mutating func matchingRows(
    _ field: PlantDescription.Field, _ source: PlantDescription.Source, _ table: Table
  ) throws -> Buffer<Int32> {
    let (keyField, keyColumn) = try key(source, table)
    let rules = plant.fields.first { $0.name == keyField }?.match ?? []
    let keys = Keys(rules)
    let theirs = try table.column(keyColumn)
    var rowOfKey: [String: Int32] = [:]
    var repeated = 0
    for row in 0..<theirs.count where !theirs.isMissing(row) {
      let key = keys.key(theirs[row])
      if rowOfKey[key] == nil { rowOfKey[key] = Int32(row) } else { repeated += 1 }
    }
    let note = Text(
      en: "\(source.name): \(repeated.grouped) rows repeat a \(keyField), the first counts",
      zh: "\(source.name)：\(repeated.grouped) 行 \(keyField) 重复，取第一行")
    if repeated > 0, !notes.contains(note) { notes.append(note) }
    let own = try unitColumn(keyField)
    let rows = Buffer<Int32>(repeating: -1, count: own.count)
    for row in 0..<own.count where !own.isMissing(row) {
      rows.start[row] = rowOfKey[keys.key(own[row])] ?? -1
    }
    return rows
  }

  /// Which field of the unit finds a row of a source, and in which of its columns: as the plant file says, or by
  /// the column of the first field's name in another table of the same database.
  private func key(_ source: PlantDescription.Source, _ table: Table) throws -> (String, String) {
    for field in plant.fields {
      guard let column = source.keys[field.name] else { continue }
      return (field.name, source.kind is ImagesSource && column.contains("{") ? field.name : column)
    }
    for field in plant.fields where field.reference[0] == source.name && field.at == nil {
      if let column = field.reference.last, table[column] != nil,
        columns.contains(where: { $0.name == field.name })
      {
        return (field.name, column)
      }
    }
    throw Fault(
      .format,
      en: "the source \(source.name) does not say which column holds the key, such as serial = \"SN\"",
      zh: "数据源 \(source.name) 没有说明哪一列是键，例如 serial = \"SN\"")
  }
}

/// Keys of different systems made alike.
private struct Keys {
  let rules: [MatchRule]

  init(_ rules: [MatchRule]) { self.rules = rules }

  func key(_ cell: Cell) -> String { rules.reduce(cell.words) { $1.applied(to: $0) } }

  /// The column with one spelling for all values that are one by the rules: the most frequent spelling, with the
  /// rules on letters and blanks applied.
  func unified(_ column: Column) -> Column {
    let mild = rules.filter { $0 != .stripZeros }
    var counts: [String: [String: Int]] = [:]
    for row in column.presentRows {
      let spelling = mild.reduce(column[row].words) { $1.applied(to: $0) }
      counts[key(column[row]), default: [:]][spelling, default: 0] += 1
    }
    let usual = lengths(counts)
    let widths = NumberWidths(counts.values.flatMap(\.keys))
    let best = counts.mapValues { spellings in
      spellings.max { a, b in
        (usual[a.key.count] ?? 0, a.value, b.key) < (usual[b.key.count] ?? 0, b.value, a.key)
      }?.key ?? ""
    }.mapValues { rules.contains(.stripZeros) ? widths.respelt($0) : $0 }
    let builder = ColumnBuilder(column.name, .text, capacity: column.count)
    for row in 0..<column.count {
      if column.isMissing(row) {
        builder.appendMissing()
      } else {
        builder.append(best[key(column[row])] ?? "")
      }
    }
    return builder.finish()
  }

  /// How many spellings have each length.
  private func lengths(_ counts: [String: [String: Int]]) -> [Int: Int] {
    var usual: [Int: Int] = [:]
    for spelling in counts.values.flatMap(\.keys) { usual[spelling.count, default: 0] += 1 }
    return usual
  }
}

extension Line {
  /// One row for each produced unit, all sources bound to it as the plant file says. The notes say what did not
  /// match and what was left out.
  public func units() throws -> Table {
    var binding = try UnitBinding(self)
    return try binding.bind()
  }
}
