internal import CODBC
internal import Report

/// The answer to one question, read row by row into columns.
final class ODBCAnswer {
  let statement: ODBCStatement
  private let connection: ODBCConnection
  private let source: String
  private let options: ColumnOptions
  private let limit: Int?
  private let zone: Zone?

  init(_ connection: ODBCConnection, source: String, options: ColumnOptions, limit: Int?) throws {
    self.connection = connection
    self.source = source
    self.options = options
    self.limit = limit
    zone = try connection.setZone(options.zone)
    statement = try ODBCStatement(connection)
  }

  /// Sends the question.
  ///
  /// - Throws: `Fault` (usage) for one that returns no rows, before it is carried out, or whose parameters are
  ///   another number than the values.
  func execute(_ sql: String, _ parameters: [Cell]) throws {
    if let limit {
      // One more, to know whether there are more.
      SQLSetStmtAttrW(statement.handle.raw, SQL_ATTR_MAX_ROWS, odbc_number(UInt(limit + 1)), 0)
    }
    var text = WideText(sql).units
    try statement.check(SQLPrepareW(statement.handle.raw, &text, Int32(SQL_NTS)))
    var wanted: Int16 = 0
    let isCounted = ODBCHandle.succeeded(SQLNumParams(statement.handle.raw, &wanted))
    guard !isCounted || Int(wanted) == parameters.count else {
      throw Fault(
        .usage, en: "the query has \(wanted) parameters, \(parameters.count) values were given",
        zh: "查询有 \(wanted) 个参数，却给了 \(parameters.count) 个值", at: Place(file: connection.faults.address.words))
    }
    let bound = ODBCParameters(parameters)
    try bound.bind(to: statement)
    guard try columnCount() > 0 else {
      throw Fault(
        .usage, en: "the query returns no rows; only reading is allowed", zh: "该语句不返回数据行；只允许查询",
        at: Place(file: connection.faults.address.words))
    }
    let status = SQLExecute(statement.handle.raw)
    if status != SQL_NO_DATA { try statement.check(status) }
    withExtendedLifetime(bound) {}
  }

  private func columnCount() throws -> Int {
    var count: Int16 = 0
    try statement.check(SQLNumResultCols(statement.handle.raw, &count))
    return Int(count)
  }

  func read(_ work: ODBCWork) throws -> Reading {
    let columns = try (1...columnCount()).map { number in
      try ODBCColumn(number, of: statement) { options.types[$0] == .text }
    }
    var gathered = RowColumns(source: source, options: options)
    let distinct = DistinctNames(columns.map(\.name), source: source)
    let slots = try distinct.names.map { try gathered.slot(named: $0) }
    var notes = distinct.notes
    var row = 0
    while try statement.fetch() {
      if row == limit {
        notes.append(
          Text(
            en: "\(source): the first \(row.grouped) rows, there are more",
            zh: "\(source)：只读取了前 \(row.grouped) 行，后面还有"))
        break
      }
      row += 1
      if row & 0xFF == 0 { try work.note(row) }
      for i in columns.indices {
        gathered.set(slots[i], try columns[i].value(i + 1, of: statement, zone: zone))
      }
      gathered.endRow(at: row)
    }
    for column in columns where column.losesDigits && options.types[column.name] == nil {
      notes.append(
        Text(
          en:
            "\(source): decimals of \(column.name) are kept to 15 digits; types = { \(column.name) = \"text\" } "
            + "keeps all",
          zh: "\(source)：\(column.name) 的小数保留 15 位有效数字；types = { \(column.name) = \"text\" } 可全部保留"))
    }
    return try gathered.finish().noting(notes)
  }
}

extension ODBCConnection {
  /// The fault for a table that is not there, with the nearest names; nil when it is there.
  func unknownTable(_ name: String) throws -> Fault? {
    // PostgreSQL answers nothing more after a fault until that is undone.
    SQLEndTran(Int16(SQL_HANDLE_DBC), handle.raw, Int16(SQL_ROLLBACK))
    let names = try tableNames()
    guard !names.contains(name) else { return nil }
    let fault = Fault.unknownName(
      name, among: names, what: Text(en: "table", zh: "表"), whole: Text(en: "tables", zh: "现有表"))
    return Fault(fault.code, fault.what, at: Place(file: faults.address.words))
  }
}
