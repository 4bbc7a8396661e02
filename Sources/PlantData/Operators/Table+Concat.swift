internal import Report

extension Table {
  /// Tables one below the other, columns by name; a column that a table lacks is missing there.
  ///
  /// Integers and numbers become numbers; numbers in another unit of the same dimension are converted to the
  /// first table's.
  ///
  /// - Throws: a fault when columns of one name have kinds that do not go together.
  public static func concat(_ tables: [Table]) throws -> Table {
    var names: [String] = []
    var seen: Set<String> = []
    for table in tables {
      for name in table.columnNames where seen.insert(name).inserted { names.append(name) }
    }
    let columns = try names.map { name -> Column in
      guard let first = tables.lazy.compactMap({ $0[name] }).first else {
        preconditionFailure("concat: a column of no table")
      }
      return try Column.joining(
        tables.map { table in
          try table[name].map { try $0.inUnit(of: first) }
            ?? Column.missing(name, like: first, count: table.rowCount)
        })
    }
    let origins = Provenance.joining(tables.map { ($0.provenance, $0.rowCount) })
    return try Table(columns, rowCount: tables.reduce(0) { $0 + $1.rowCount }, provenance: origins)
  }
}

extension Column {
  /// The numbers in the other column's unit.
  func inUnit(of other: Column) throws -> Column {
    guard let from = unit, let to = other.unit, from != to else { return self }
    return try converted(to: to)
  }

  /// The numbers converted to another unit.
  ///
  /// - Throws: a fault when the column has no unit, or one of another dimension.
  public func converted(to other: Unit) throws -> Column {
    guard let unit else {
      throw Fault(
        .type, en: "the column has no unit to convert from", zh: "该列没有单位，无法换算", at: Place(column: name))
    }
    guard case .float64(let buffer) = asNumbers.values else {
      throw Fault(
        .type, en: "\(kind.words.en) has no unit to convert", zh: "\(kind.words.zh)没有单位可换算",
        at: Place(column: name))
    }
    let conversion = try unit.conversion(to: other)
    let out = Buffer<Double>(count: count)
    for i in 0..<count { out.start[i] = conversion(buffer.start[i]) }
    return Column(name, .float64(out), validity: validity, unit: other)
  }

  static func missing(_ name: String, like other: Column, count: Int) -> Column {
    let none = Column.missing(name, other.kind, count: count, unit: other.unit)
    guard case .timestamp(let buffer, _) = none.values else { return none }
    return Column(name, .timestamp(buffer, zone: other.zone), validity: none.validity)
  }
}
