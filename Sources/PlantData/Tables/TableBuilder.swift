public import Report

/// Fills a table row by row, as a reader meets them, each row with its origin.
///
///     let builder = TableBuilder([ColumnBuilder("tag", .text), ColumnBuilder("value", .float64)])
///     builder.begin(file: "history.csv")
///     builder.columns[0].append("R1.speed")
///     builder.columns[1].append(11.4)
///     builder.endRow(at: 2)
///     let table = try builder.finish()
public final class TableBuilder {
  public let columns: [ColumnBuilder]
  private var origins = ProvenanceBuilder()
  public private(set) var rowCount = 0

  public init(_ columns: [ColumnBuilder]) { self.columns = columns }

  /// The rows that follow come from this file.
  public func begin(file: String) { origins.begin(file: file) }

  /// Ends a row; every column has had one value appended. `row` is its row in the file begun last.
  public func endRow(at row: Int? = nil) {
    rowCount += 1
    if let row { origins.append(row: row) }
    assert(
      columns.allSatisfy { $0.count == rowCount }, "TableBuilder: a row with a value too few or too many")
  }

  /// - Throws: a fault when two columns have one name.
  public func finish(notes: [Text] = []) throws -> Table {
    let known = origins.count == rowCount && rowCount > 0 ? origins.finish() : nil
    return try Table(columns.map { $0.finish() }, rowCount: rowCount, provenance: known, notes: notes)
  }
}
