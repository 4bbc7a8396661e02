extension Table {
  /// Only these columns, in this order.
  public func select(_ names: [String]) throws -> Table {
    try Table(names.map { try column($0) }, rowCount: rowCount, provenance: provenance, notes: notes)
  }

  /// All columns but these.
  public func drop(_ names: [String]) throws -> Table {
    for name in names { _ = try column(name) }
    let rest = columns.filter { !names.contains($0.name) }
    return try Table(rest, rowCount: rowCount, provenance: provenance, notes: notes)
  }

  /// Columns under new names: `["T_END": "rolled_at"]`; the others stay.
  public func rename(_ names: [String: String]) throws -> Table {
    for name in names.keys.sorted() { _ = try column(name) }
    let renamed = columns.map { column in names[column.name].map { column.renamed($0) } ?? column }
    return try Table(renamed, rowCount: rowCount, provenance: provenance, notes: notes)
  }

  /// The table with a column put in the place of the one of its name, or added at the end.
  public func with(_ column: Column) throws -> Table {
    precondition(column.count == rowCount || columns.isEmpty, "with: the column has another length")
    var columns = columns
    if let place = index(of: column.name) { columns[place] = column } else { columns.append(column) }
    return try Table(columns, rowCount: column.count, provenance: provenance, notes: notes)
  }
}
