internal import Report

extension Table {
  /// A long table of tags and values made wide: one row for each combination of `index`, one column for each
  /// tag, in order of first appearance.
  ///
  ///     try scada.pivot(index: ["time"], names: "tag", values: "value")
  ///
  /// Several values for one place are summed up by `how`, and the notes say how many there were.
  ///
  /// - Parameter every: a step in seconds; times of the first index column count as those of their step's beginning.
  /// - Throws: a fault for more than 4,000 tags, or values that `how` cannot sum up.
  public func pivot(
    index: [String], names: String, values: String, how: Aggregate = .last, every: Double? = nil
  ) throws -> Table {
    if let every, let time = index.first {
      return try with(column(time).flooredTimes(to: every)).pivot(
        index: index, names: names, values: values, how: how)
    }
    let tags = try column(names), value = try column(values)
    if [.sum, .mean, .std, .median].contains(how), !value.kind.isNumber {
      throw Fault(
        .type, en: "\(how.rawValue) needs numbers, '\(values)' is \(value.kind.words.en)",
        zh: "\(how.rawValue) 需要数值，而“\(values)”是\(value.kind.words.zh)")
    }
    let rows = try KeyIndex(index.map { try column($0) }, rows: rowCount, missingCounts: true)
    let tagIndex = try KeyIndex([tags], rows: rowCount, missingCounts: false)
    guard tagIndex.count <= 4000 else {
      throw Fault(
        .limit, en: "'\(names)' has \(tagIndex.count.grouped) different values: too many for columns",
        zh: "“\(names)”有 \(tagIndex.count.grouped) 个不同的值，列数过多")
    }
    let first = rows.firstRows()
    var made = try index.map { try column($0).taking(first) }
    let members = tagIndex.rowsByGroup()
    let tagRows = tagIndex.firstRows()
    var collisions = 0
    for tag in 0..<tagIndex.count {
      try Interruption.check()
      let low = members.starts.start[tag], high = members.starts.start[tag + 1]
      let own = Buffer<Int32>(
        UnsafeBufferPointer(start: members.rows.start + low, count: high - low))
      let cells = Aggregation(groups: rows.groups.taking(own, absent: -1), count: rows.count)
      let column = cells.column(how, of: value.taking(own))
      let name = tags[Int(tagRows.start[tag])].plainText(in: tags.zone)
      made.append(column.renamed(name))
      collisions += own.count - cells.filledGroups
    }
    let note = Text(
      en: "\(collisions.grouped) values more than places, summed up by \(how.rawValue)",
      zh: "有 \(collisions.grouped) 个值重复，已按 \(how.rawValue) 汇总")
    return try Table(
      made, rowCount: rows.count, provenance: provenance?.taking(first), notes: collisions == 0 ? [] : [note])
  }
}
