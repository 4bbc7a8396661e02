internal import CSQLite
internal import Report

/// Writes a new SQLite database: tables and rows, in one transaction.
final class SQLiteWriter {
  private var database: OpaquePointer?
  private let path: String

  /// A value as SQLite keeps it.
  enum Value {
    case text(String), integer(Int), real(Double), null
  }

  init(creating path: String) throws {
    self.path = path
    guard sqlite3_open_v2(path, &database, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nil) == SQLITE_OK
    else {
      throw failure
    }
    try run("PRAGMA journal_mode = OFF")
    try run("PRAGMA synchronous = OFF")
    try run("BEGIN")
  }

  deinit { sqlite3_close(database) }

  func run(_ sql: String) throws {
    guard sqlite3_exec(database, sql, nil, nil, nil) == SQLITE_OK else { throw failure }
  }

  /// Adds rows to a table, each with a value for every column.
  func insert(into table: String, _ rows: [[Value]]) throws {
    guard let first = rows.first else { return }
    let marks = [String](repeating: "?", count: first.count).joined(separator: ", ")
    var statement: OpaquePointer?
    let sql = "INSERT INTO \(table) VALUES (\(marks))"
    guard sqlite3_prepare_v2(database, sql, -1, &statement, nil) == SQLITE_OK else { throw failure }
    defer { sqlite3_finalize(statement) }
    for row in rows {
      for (i, value) in row.enumerated() { bind(value, at: Int32(i + 1), in: statement) }
      guard sqlite3_step(statement) == SQLITE_DONE else { throw failure }
      sqlite3_reset(statement)
    }
  }

  /// Ends the transaction: everything is in the file.
  func finish() throws { try run("COMMIT") }

  private func bind(_ value: Value, at index: Int32, in statement: OpaquePointer?) {
    switch value {
    case .text(let text):
      let copies = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
      sqlite3_bind_text(statement, index, text, -1, copies)
    case .integer(let number): sqlite3_bind_int64(statement, index, Int64(number))
    case .real(let number): sqlite3_bind_double(statement, index, number)
    case .null: sqlite3_bind_null(statement, index)
    }
  }

  private var failure: Fault {
    let words = sqlite3_errmsg(database).map { String(cString: $0) } ?? "out of memory"
    return Fault(.file, en: "SQLite: \(words)", zh: "SQLite：\(words)", at: Place(file: path))
  }
}
