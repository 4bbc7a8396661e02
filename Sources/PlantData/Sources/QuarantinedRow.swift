public import Report

/// A row that could not be used: where it stood, what was wrong with it, and the row itself.
public struct QuarantinedRow: Sendable, Equatable {
  public var file: String
  /// Counted from 1; the header is row 1.
  public var row: Int
  public var column: String?
  public var reason: Text
  public var value: String?
  /// The row as it stood in the source.
  public var text: String

  public init(
    file: String, row: Int, column: String? = nil, reason: Text, value: String? = nil, text: String = ""
  ) {
    self.file = file
    self.row = row
    self.column = column
    self.reason = reason
    self.value = value
    self.text = text
  }

  /// The row as a fault, for those who want none refused.
  public var fault: Fault {
    Fault(.data, reason, at: Place(file: file, row: row, column: column))
  }
}

extension QuarantinedRow {
  /// One line on how many rows were refused and why the first was; none when all were good.
  static func notes(_ rows: [QuarantinedRow]) -> [Text] {
    guard let first = rows.first else { return [] }
    let place = Place(file: first.file, row: first.row, column: first.column)
    return [
      Text(
        en: "\(rows.count.grouped) rows in quarantine, the first: \(place.in(.en)): \(first.reason.en)",
        zh: "\(rows.count.grouped) 行被隔离，第一行：\(place.in(.zh))：\(first.reason.zh)")
    ]
  }
}

/// What reading a source gave: the good rows, and the refused ones.
public struct Reading: Sendable {
  /// The good rows; its notes say what was found out rather than declared.
  public var table: Table
  public var quarantine: [QuarantinedRow]

  public init(table: Table, quarantine: [QuarantinedRow] = []) {
    self.table = table
    self.quarantine = quarantine
  }

  /// The same with notes before those of the table.
  func noting(_ notes: [Text]) -> Reading {
    Reading(table: table.noting(notes + table.notes), quarantine: quarantine)
  }
}

extension QuarantinedRow {
  /// The rows as a table: `file`, `row`, `column`, `value`, `reason`, `text`.
  public static func table(_ rows: [QuarantinedRow]) throws -> Table {
    func texts(_ name: String, _ value: (QuarantinedRow) -> String?) -> Column {
      let builder = ColumnBuilder(name, .text, capacity: rows.count)
      for row in rows {
        if let text = value(row) { builder.append(text) } else { builder.appendMissing() }
      }
      return builder.finish()
    }
    return try Table([
      texts("file") { $0.file }, Column("row", rows.map { .int64(Int64($0.row)) }),
      texts("column") { $0.column },
      texts("value") { $0.value }, texts("reason") { "\($0.reason)" }, texts("text") { $0.text },
    ])
  }
}
