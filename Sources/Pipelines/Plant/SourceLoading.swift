internal import PlantData
internal import Report

/// Reads one source of a line as its description says.
struct SourceLoading {
  let source: PlantDescription.Source
  let folder: String?

  func read(table: String?) throws -> Reading {
    let located = LocatedSource(source: source, folder: folder)
    let table = try table ?? source.options["table"]?.text ?? onlyTable(of: located)
    let reading = try source.kind.read(located, table: table)
    guard let history = source.history else { return reading }
    return Reading(table: try skewed(reading.table, history), quarantine: reading.quarantine)
  }

  /// The one table of a source that has a single one; nil for a source of a kind without tables.
  private func onlyTable(of located: LocatedSource) throws -> String? {
    guard source.hasTables else { return nil }
    let names = try source.kind.tableNames(of: located)
    guard names.count == 1 else {
      throw Fault(
        .usage, en: "\(source.name) has several tables: \(names.joined(separator: ", "))",
        zh: "\(source.name) 有多个表：\(names.joined(separator: "、"))",
        try: "line:source(\"\(source.name)\", { table = \"\(names.first ?? "…")\" })")
    }
    return names[0]
  }

  /// Whether a tag belongs to a station: it starts with its name.
  private static func belongs(_ tag: String, to station: String) -> Bool {
    tag.hasPrefix(station) && !(tag.dropFirst(station.count).first?.isNumber ?? false)
  }

  /// The history with the clocks of its stations set right; a tag belongs to the station it starts with.
  private func skewed(_ table: Table, _ history: PlantDescription.History) throws -> Table {
    guard !history.skew.isEmpty else { return table }
    let time = try table.column(history.time), tag = try table.column(history.tag)
    guard case .timestamp(let buffer, let zone) = time.values, case .text(let codes, let tags) = tag.values
    else {
      throw Fault(
        .type, en: "a history needs a column of times and one of tags", zh: "历史数据需要时间列和点位列",
        at: Place(column: history.time))
    }
    let stations = tags.texts.map { name in history.skew.keys.first { SourceLoading.belongs(name, to: $0) } }
    for station in history.skew.keys.sorted() where !stations.contains(station) {
      let known = Set(tags.texts.map { String($0.prefix { $0 != "." }) }).sorted()
      throw Fault.unknownName(
        station, among: known, what: Text(en: "station of skew", zh: "skew 的工位"),
        whole: Text(en: "stations by the tags", zh: "点位所属工位"))
    }
    let shifts = stations.map { station -> Int64 in
      Int64(((station.flatMap { history.skew[$0] } ?? 0) * 1e6).rounded())
    }
    let set = Buffer<Int64>(
      (0..<buffer.count).map { row in
        tag.isMissing(row) ? buffer[row] : buffer[row] &+ shifts[Int(codes[row])]
      })
    let notes = history.skew.keys.sorted().map { station in
      let seconds = history.skew[station] ?? 0
      let signed = (seconds > 0 ? "+" : "") + seconds.significant(6)
      return Text(
        en: "\(source.name): clock of \(station) corrected by \(signed) s",
        zh: "\(source.name)：\(station) 的时钟已校正 \(signed) s")
    }
    return try table.with(Column(time.name, .timestamp(set, zone: zone), validity: time.validity))
      .noting(table.notes + notes)
  }
}
