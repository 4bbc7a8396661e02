internal import PlantData
internal import Report

/// One source in a few words: "18 tags   2,160,411 samples   06:00 .. 18:00 +08:00".
struct SourceSummary {
  let line: Line
  let source: PlantDescription.Source

  /// What the source holds, or why it cannot be read.
  var words: String {
    do {
      let content = try content()
      let refused = try refusedCount
      guard refused > 0 else { return content.description }
      let count = refused.grouped
      return "\(content)   " + Text(en: "\(count) bad rows", zh: "\(count) 行无法读取").description
    } catch let fault as Fault {
      return fault.what.description
    } catch {
      return "\(error)"
    }
  }

  /// Rows that could not be read; of a source with several tables those of the table that the unit uses.
  private var refusedCount: Int {
    get throws {
      if source.hasTables, usedTable == nil { return 0 }
      return try line.read(source.name, table: usedTable).quarantine.count
    }
  }

  /// The table that the unit uses first, of a source with several.
  private var usedTable: String? {
    guard source.hasTables else { return nil }
    return line.plant.fields.first { $0.reference[0] == source.name && $0.reference.count > 2 }?.reference[1]
  }

  private func content() throws -> Text {
    if source.hasTables {
      let count = try source.kind.tableNames(of: LocatedSource(source: source, folder: line.folder)).count
      guard let name = usedTable else { return Text(en: "\(count) tables", zh: "\(count) 个表") }
      let rows = try line.source(source.name, table: name).rowCount.grouped
      return Text(en: "\(count) tables   \(rows) \(name)", zh: "\(count) 个表   \(name) \(rows) 行")
    }
    let table = try line.source(source.name)
    guard let history = source.history, case .text(_, let tags) = try table.column(history.tag).values else {
      return source.kind.counted(table.rowCount)
    }
    let span = try SourceSummary.span(table.column(history.time))
    let rows = table.rowCount.grouped
    return Text(
      en: "\(tags.count) tags   \(rows) samples   \(span)", zh: "\(tags.count) 个点位   \(rows) 个采样   \(span)")
  }

  /// "06:00 .. 18:00 +08:00", with the dates when there are several.
  private static func span(_ column: Column) -> String {
    guard case .timestamp(let buffer, let zone) = column.values else { return "" }
    var low = Int64.max, high = Int64.min
    for row in 0..<column.count where !column.isMissing(row) {
      low = min(low, buffer[row])
      high = max(high, buffer[row])
    }
    guard low <= high else { return "" }
    let texts = [low, high].map { Timestamp(microseconds: $0).text(in: zone) }
    let isOneDay = texts[0].prefix(10) == texts[1].prefix(10)
    let shown = texts.map { isOneDay ? $0.dropFirst(11).prefix(5) : $0.prefix(16) }
    return shown.joined(separator: " .. ") + (zone.map { " \($0)" } ?? "")
  }
}
