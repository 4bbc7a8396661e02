public import Report

/// Named columns of equal length. A table never changes: every operation gives another one, and they share
/// the columns that stay the same.
///
///     let table = try Table([Column("station", ["R1", "R2"]), Column("speed", [11.4, nil])])
///     table.rowCount                       // 2
///     try table.column("speed")[0]         // 11.4
public final class Table: Sendable {
  public let columns: [Column]
  public let rowCount: Int
  /// Source file and row of every row; nil when the rows were computed.
  public let provenance: Provenance?
  /// What the operation that made this table has to say: "6 units have no image".
  public let notes: [Text]
  private let places: [String: Int]

  /// - Throws: a fault when two columns have one name.
  public init(
    _ columns: [Column], rowCount: Int? = nil, provenance: Provenance? = nil, notes: [Text] = []
  ) throws {
    let rows = rowCount ?? columns.first?.count ?? 0
    var places: [String: Int] = [:]
    for (i, column) in columns.enumerated() {
      precondition(column.count == rows, "Table: column \(column.name) has another length")
      guard places.updateValue(i, forKey: column.name) == nil else {
        throw Fault(
          .data, en: "two columns are named '\(column.name)'", zh: "有两列都叫“\(column.name)”")
      }
    }
    precondition(provenance.map { $0.count == rows } ?? true, "Table: provenance has another length")
    self.columns = columns
    self.rowCount = rows
    self.provenance = provenance
    self.notes = notes
    self.places = places
  }

  /// For operations that keep the names they were given.
  private init(like other: Table, columns: [Column], rowCount: Int, provenance: Provenance?, notes: [Text]) {
    self.columns = columns
    self.rowCount = rowCount
    self.provenance = provenance
    self.notes = notes
    places = other.places
  }

  public var columnNames: [String] { columns.map(\.name) }

  public func index(of name: String) -> Int? { places[name] }

  /// The column of this name.
  ///
  /// - Throws: a fault that names the nearest columns.
  public func column(_ name: String) throws -> Column {
    guard let place = places[name] else { throw unknownColumn(name) }
    return columns[place]
  }

  public subscript(name: String) -> Column? { places[name].map { columns[$0] } }

  /// The fault for a column that is not there, with the names that come near.
  public func unknownColumn(_ name: String) -> Fault {
    .unknownName(
      name, among: columnNames, what: Text(en: "column", zh: "列"), whole: Text(en: "columns", zh: "现有列"))
  }

  /// Where a row came from, to be named in a fault; rows count from 0.
  public func place(row: Int, column: String? = nil) -> Place {
    guard let origin = provenance?[row] else { return Place(row: row + 1, column: column) }
    return Place(file: origin.file, row: origin.row, column: column)
  }

  /// The same table with other notes.
  public func noting(_ notes: [Text]) -> Table {
    Table(like: self, columns: columns, rowCount: rowCount, provenance: provenance, notes: notes)
  }

  /// The same table with its rows' origins.
  public func with(_ provenance: Provenance?) -> Table {
    precondition(provenance.map { $0.count == rowCount } ?? true, "Table: provenance has another length")
    return Table(like: self, columns: columns, rowCount: rowCount, provenance: provenance, notes: notes)
  }

  /// The rows that stay, in their order.
  func keeping(_ rows: KeptRows) -> Table {
    guard rows.count < rowCount else { return noting([]) }
    return Table(
      like: self, columns: columns.map { $0.keeping(rows) }, rowCount: rows.count,
      provenance: provenance?.keeping(rows), notes: [])
  }

  /// The rows at these places, in this order; rows count from 0.
  package func taking(_ rows: Buffer<Int32>) -> Table {
    Table(
      like: self, columns: columns.map { $0.taking(rows) }, rowCount: rows.count,
      provenance: provenance?.taking(rows), notes: [])
  }

  /// The rows at these places, in this order; rows count from 0.
  public func rows(_ rows: some Collection<Int>) -> Table {
    let places = Buffer<Int32>(count: rows.count)
    for (i, row) in rows.enumerated() {
      precondition(row >= 0 && row < rowCount, "rows: a row outside the table")
      places.start[i] = Int32(row)
    }
    return taking(places)
  }
}
