internal import CSQLite
internal import Report

/// Reads tables and queries of an SQLite file, which is opened for reading only.
///
///     let mes = try SQLiteReader("mes.db")
///     mes.tableNames                                                    // ["coils", "stations", "units"]
///     try mes.query("select * from units where STATION = ?", ["R1"]).table
public final class SQLiteReader: @unchecked Sendable {
  public let path: String
  private let handle: OpaquePointer

  /// - Throws: `Fault` (file) when the file is missing, (format) when it is no SQLite file.
  public init(_ path: String) throws {
    if !Folder.exists(path) || Folder.isFolder(path) { _ = try FileBytes.read(path) }
    self.path = path
    var opened: OpaquePointer?
    let flags = SQLITE_OPEN_READONLY | SQLITE_OPEN_FULLMUTEX
    guard sqlite3_open_v2(path, &opened, flags, nil) == SQLITE_OK, let opened else {
      sqlite3_close_v2(opened)
      throw Fault(.file, en: "\(path): cannot be opened", zh: "\(path)：无法打开")
    }
    handle = opened
    sqlite3_busy_timeout(handle, 2000)
    FileUse(.read, path).note()
    guard sqlite3_exec(handle, "select count(*) from sqlite_master", nil, nil, nil) == SQLITE_OK else {
      let words = String(cString: sqlite3_errmsg(handle))
      throw Fault(
        .format, en: "not an SQLite file, or a damaged one", zh: "不是 SQLite 文件，或文件已损坏",
        at: Place(file: path), details: [words])
    }
  }

  deinit { sqlite3_close_v2(handle) }

  /// The tables and views of the file in the order of their names.
  public var tableNames: [String] {
    let sql = "select name from sqlite_master where type in ('table', 'view') and name not like 'sqlite_%'"
    guard let statement = try? prepare(sql + " order by name") else { return [] }
    defer { sqlite3_finalize(statement) }
    var names: [String] = []
    while sqlite3_step(statement) == SQLITE_ROW {
      if let text = sqlite3_column_text(statement, 0) { names.append(String(cString: text)) }
    }
    return names
  }

  /// A whole table.
  ///
  /// - Throws: `Fault` (name) with the nearest names when there is no such table.
  public func table(_ name: String, _ options: ColumnOptions = ColumnOptions()) throws -> Reading {
    let names = tableNames
    guard names.contains(name) else {
      let fault = Fault.unknownName(
        name, among: names, what: Text(en: "table", zh: "表"), whole: Text(en: "tables", zh: "现有表"))
      throw Fault(fault.code, fault.what, at: Place(file: path))
    }
    let quoted = name.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
    return try read("select * from \"\(quoted)\"", [], source: "\(path):\(name)", options)
  }

  /// The rows of a query; each `?` in it takes one of `parameters`.
  public func query(
    _ sql: String, _ parameters: [Cell] = [], _ options: ColumnOptions = ColumnOptions()
  ) throws -> Reading {
    try read(sql, parameters, source: path, options)
  }

  private func read(
    _ sql: String, _ parameters: [Cell], source: String, _ options: ColumnOptions
  ) throws -> Reading {
    let statement = try prepare(sql)
    defer { sqlite3_finalize(statement) }
    guard sqlite3_stmt_readonly(statement) != 0, sqlite3_column_count(statement) > 0 else {
      throw Fault(
        .usage, en: "the query returns no rows; only reading is allowed", zh: "该语句不返回数据行；只允许查询",
        at: Place(file: path))
    }
    try bind(parameters, to: statement)
    let names = (0..<sqlite3_column_count(statement)).map {
      String(cString: sqlite3_column_name(statement, $0))
    }
    var columns = RowColumns(source: source, options: options)
    let distinct = DistinctNames(names, source: source)
    let slots = try distinct.names.map { try columns.slot(named: $0) }
    var row = 0
    while true {
      switch sqlite3_step(statement) {
      case SQLITE_ROW:
        row += 1
        if row & 0xFFF == 0 { try Interruption.check() }
        for (i, slot) in slots.enumerated() { columns.set(slot, try value(statement, Int32(i))) }
        columns.endRow(at: row)
      case SQLITE_DONE: return try columns.finish().noting(distinct.notes)
      default: throw failure()
      }
    }
  }

  private func prepare(_ sql: String) throws -> OpaquePointer {
    var statement: OpaquePointer?
    guard sqlite3_prepare_v2(handle, sql, -1, &statement, nil) == SQLITE_OK else { throw failure() }
    guard let statement else {
      throw Fault(.usage, en: "the query is empty", zh: "查询语句为空", at: Place(file: path))
    }
    return statement
  }

  private func bind(_ parameters: [Cell], to statement: OpaquePointer) throws {
    let wanted = Int(sqlite3_bind_parameter_count(statement))
    guard wanted == parameters.count else {
      throw Fault(
        .usage, en: "the query has \(wanted) parameters, \(parameters.count) values were given",
        zh: "查询有 \(wanted) 个参数，却给了 \(parameters.count) 个值", at: Place(file: path))
    }
    let copy = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
    for (i, cell) in parameters.enumerated() {
      let place = Int32(i + 1)
      switch cell {
      case .missing: sqlite3_bind_null(statement, place)
      case .bool(let value): sqlite3_bind_int(statement, place, value ? 1 : 0)
      case .int64(let value): sqlite3_bind_int64(statement, place, value)
      case .float64(let value): sqlite3_bind_double(statement, place, value)
      case .text(let value): sqlite3_bind_text(statement, place, value, -1, copy)
      case .timestamp(let value): sqlite3_bind_text(statement, place, value.text(), -1, copy)
      case .image(let value): sqlite3_bind_text(statement, place, value.label, -1, copy)
      }
    }
  }

  private func value(_ statement: OpaquePointer, _ column: Int32) throws -> RowValue {
    switch sqlite3_column_type(statement, column) {
    case SQLITE_INTEGER: return .int(sqlite3_column_int64(statement, column))
    case SQLITE_FLOAT: return .float(sqlite3_column_double(statement, column))
    case SQLITE_NULL: return .missing
    default:
      let count = Int(sqlite3_column_bytes(statement, column))
      guard count > 0, let bytes = sqlite3_column_blob(statement, column) else { return .text("") }
      let raw = UnsafeRawBufferPointer(start: bytes, count: count)
      return .text(String(decoding: raw, as: UTF8.self))
    }
  }

  private func failure() -> Fault {
    let words = String(cString: sqlite3_errmsg(handle))
    let missing = "no such table: "
    if words.hasPrefix(missing) {
      return Fault.unknownName(
        String(words.dropFirst(missing.count)), among: tableNames, what: Text(en: "table", zh: "表"),
        whole: Text(en: "tables", zh: "现有表"))
    }
    return Fault(.data, en: "SQLite: \(words)", zh: "SQLite：\(words)", at: Place(file: path))
  }
}
