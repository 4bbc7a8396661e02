internal import Report

extension Table {
  /// The rows of this table with those of another whose keys are equal. Missing keys match nothing.
  ///
  /// The other table's key columns are left out; other columns whose name is taken get `_right`. The notes
  /// say how many rows found no match and how many were multiplied.
  ///
  /// - Throws: a fault for a column that is not there, or keys of different kinds.
  public func join(_ other: Table, on keys: [JoinKey], how: JoinKind = .inner) throws -> Table {
    try joined(other, on: keys, how: how).table
  }

  public func join(_ other: Table, on keys: String..., how: JoinKind = .inner) throws -> Table {
    try join(other, on: keys.map { JoinKey($0) }, how: how)
  }

  public func joined(
    _ other: Table, on keys: [JoinKey], how: JoinKind = .inner
  ) throws -> (table: Table, report: JoinReport) {
    let (left, right) = try alignedKeys(other, keys)
    let index = try KeyIndex(right, rows: other.rowCount, missingCounts: false)
    let found = try index.find(left, rows: rowCount)
    let members = index.rowsByGroup()
    var report = JoinReport(matched: 0, unmatched: 0, unused: 0, multiplied: 0)
    var leftRows = GrowingBuffer<Int32>(capacity: rowCount)
    var rightRows = GrowingBuffer<Int32>(capacity: rowCount)
    var asked = [Bool](repeating: false, count: index.count)
    for row in 0..<rowCount {
      if row & 0xFFFFF == 0 { try Interruption.check() }
      let group = Int(found.start[row])
      guard group >= 0 else {
        report.unmatched += 1
        if how != .inner {
          leftRows.append(Int32(row))
          rightRows.append(-1)
        }
        continue
      }
      report.matched += 1
      asked[group] = true
      guard how != .anti else { continue }
      let low = members.starts.start[group], high = members.starts.start[group + 1]
      report.multiplied += high - low - 1
      guard leftRows.count + high - low < Int(Int32.max) else { throw tooManyRows() }
      for place in low..<high {
        leftRows.append(Int32(row))
        rightRows.append(members.rows.start[place])
      }
    }
    report.unused = other.rowCount
    for group in 0..<index.count where asked[group] {
      report.unused -= members.starts.start[group + 1] - members.starts.start[group]
    }
    let kept = taking(leftRows.finish())
    guard how != .anti else { return (kept, report) }
    let places = rightRows.finish()
    let added = other.columns.filter { column in !keys.contains { $0.right == column.name } }
    let table = try kept.adding(added.map { $0.taking(places, orMissing: true) })
    return (table.noting(report.notes), report)
  }

  private func tooManyRows() -> Fault {
    Fault(
      .limit, en: "the join gives more than 2,147,483,647 rows: the key occurs many times on both sides",
      zh: "连接结果超过 2,147,483,647 行：两边的键都大量重复")
  }

  /// The key columns of both tables, integers made numbers where the other side has numbers.
  func alignedKeys(_ other: Table, _ keys: [JoinKey]) throws -> (left: [Column], right: [Column]) {
    var left: [Column] = []
    var right: [Column] = []
    for key in keys {
      var one = try column(key.left), two = try other.column(key.right)
      if one.kind.isNumber, two.kind.isNumber, one.kind != two.kind {
        (one, two) = (one.asNumbers, two.asNumbers)
      }
      guard one.kind == two.kind else {
        throw Fault(
          .type, en: "'\(key.left)' is \(one.kind.words.en), '\(key.right)' is \(two.kind.words.en): no key",
          zh: "“\(key.left)”是\(one.kind.words.zh)，“\(key.right)”是\(two.kind.words.zh)，不能作为连接键")
      }
      try one.wantLikeZone(two)
      left.append(one)
      right.append(two)
    }
    return (left, right)
  }

  /// The table with more columns; a name that is taken gets `_right`.
  func adding(_ more: [Column]) throws -> Table {
    var names = Set(columnNames)
    let renamed = more.map { column -> Column in
      var name = column.name
      while names.contains(name) { name += "_right" }
      names.insert(name)
      return name == column.name ? column : column.renamed(name)
    }
    return try Table(columns + renamed, rowCount: rowCount, provenance: provenance, notes: notes)
  }
}

extension Column {
  /// - Throws: a fault when one of two times has a zone and the other has none.
  func wantLikeZone(_ other: Column) throws {
    guard kind == .timestamp, other.kind == .timestamp, (zone == nil) != (other.zone == nil) else { return }
    let zoned = zone == nil ? other : self, bare = zone == nil ? self : other
    let offset = zoned.zone?.description ?? ""
    throw Fault(
      .type,
      en: "'\(zoned.name)' has the zone \(offset), '\(bare.name)' has none: say its zone when reading it",
      zh: "“\(zoned.name)”带时区 \(offset)，“\(bare.name)”不带：请在读取时指明时区")
  }
}
