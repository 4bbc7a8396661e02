internal import CODBC
internal import Report
internal import Synchronization

/// Reads tables and queries of any database that has an ODBC driver.
///
///     let mes = try ODBCReader(ODBCAddress("DSN=mes;UID=reader", password: Secret("mes")))
///     try mes.query("select * from units where station = ?", [.text("R1")]).table
///
/// The whole answer is read or none of it: when the server goes away in between, that is a fault.
public struct ODBCReader: Sendable {
  public let address: ODBCAddress
  /// Seconds to wait for the database to be reached.
  public var timeout: Int
  /// Rows at most; more are left where they are, which a note says.
  public var limit: Int?

  public init(_ address: ODBCAddress, timeout: Int = 15, limit: Int? = nil) {
    self.address = address
    self.timeout = timeout
    self.limit = limit
  }

  /// The tables and views of the database.
  public func tableNames() throws -> [String] {
    let work = ODBCWork()
    return try work.run(address) { try ODBCConnection(address, timeout: timeout).tableNames() }
  }

  /// A whole table.
  ///
  /// - Throws: `Fault` (name) with the nearest names when there is no such table.
  public func table(_ name: String, _ options: ColumnOptions = ColumnOptions()) throws -> Reading {
    try read("\(address.words):\(name)", options) { connection in
      ("select * from \(connection.quoted(name))", [], { try connection.unknownTable(name) })
    }
  }

  /// The rows of a query; each `?` in it takes one of `parameters`.
  public func query(
    _ sql: String, _ parameters: [Cell] = [], _ options: ColumnOptions = ColumnOptions()
  ) throws -> Reading {
    try read(address.words, options) { _ in (sql, parameters, { nil }) }
  }

  private func read(
    _ source: String, _ options: ColumnOptions,
    _ ask: @escaping (ODBCConnection) -> (sql: String, parameters: [Cell], unknown: () throws -> Fault?)
  ) throws -> Reading {
    let work = ODBCWork()
    return try work.run(address) {
      let connection = try ODBCConnection(address, timeout: timeout)
      let (sql, parameters, unknown) = ask(connection)
      let answer = try ODBCAnswer(connection, source: source, options: options, limit: limit)
      work.begin(answer.statement)
      defer { work.end() }
      do {
        try answer.execute(sql, parameters)
      } catch let fault as Fault {
        throw try unknown() ?? fault
      }
      return try answer.read(work)
    }
  }
}

/// Work on a database that can be watched and cancelled from another thread.
final class ODBCWork: @unchecked Sendable {
  let rows = Atomic<Int>(0)
  private let isCancelled = Atomic<Bool>(false)
  private let statement = Mutex<ODBCHandle?>(nil)

  func begin(_ statement: ODBCStatement) { self.statement.withLock { $0 = statement.handle } }

  func end() { statement.withLock { $0 = nil } }

  func run<Value>(_ address: ODBCAddress, _ body: @escaping () throws -> Value) throws -> Value {
    let progress = RowProgress(title: Text(en: "reading \(address.words)", zh: "读取 \(address.words)"))
    defer { progress.end() }
    return try UnendingCall.run(
      stop: { cancel() }, watch: { progress.show(rows.load(ordering: .relaxed)) }, body)
  }

  private func cancel() {
    isCancelled.store(true, ordering: .relaxed)
    statement.withLock { handle in
      if let handle { SQLCancel(handle.raw) }
    }
  }

  /// Called as rows are read.
  func note(_ row: Int) throws {
    rows.store(row, ordering: .relaxed)
    if isCancelled.load(ordering: .relaxed) { throw Fault.interrupted }
  }
}
