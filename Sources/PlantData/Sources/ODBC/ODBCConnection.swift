internal import CODBC
internal import Report

/// An open connection for reading: it asks for read-only access, and whatever a statement changed all the same is
/// undone when the connection ends.
final class ODBCConnection {
  let handle: ODBCHandle
  let faults: ODBCFault

  /// - Throws: `Fault` (usage) for an unknown source or driver, (network) when the database is not reached or refuses.
  init(_ address: ODBCAddress, timeout: Int) throws {
    let password = try address.password?.value()
    faults = ODBCFault(address: address, password: password)
    let environment = try ODBCHandle(SQL_HANDLE_ENV)
    SQLSetEnvAttr(environment.raw, SQL_ATTR_ODBC_VERSION, odbc_number(3), 0)
    handle = try ODBCHandle(SQL_HANDLE_DBC, in: environment)
    SQLSetConnectAttrW(handle.raw, SQL_ATTR_LOGIN_TIMEOUT, odbc_number(UInt(timeout)), 0)
    SQLSetConnectAttrW(handle.raw, SQL_ATTR_ACCESS_MODE, odbc_number(1), 0)
    var text = WideText(address.connectionText(password: password)).units
    let status = SQLDriverConnectW(handle.raw, nil, &text, Int16(SQL_NTS), nil, 0, nil, 0)
    guard ODBCHandle.succeeded(status) else {
      throw faults.connecting(handle.diagnostics, in: environment)
    }
    SQLSetConnectAttrW(handle.raw, SQL_ATTR_AUTOCOMMIT, odbc_number(0), 0)
  }

  deinit { SQLEndTran(Int16(SQL_HANDLE_DBC), handle.raw, Int16(SQL_ROLLBACK)) }

  /// The zone in which PostgreSQL gives its moments, whose zone the driver drops: set to the declared one or to UTC.
  ///
  /// - Returns: nil for other databases.
  func setZone(_ zone: Zone?) throws -> Zone? {
    var name = [UInt16](repeating: 0, count: 64)
    guard ODBCHandle.succeeded(SQLGetInfoW(handle.raw, UInt16(SQL_DBMS_NAME), &name, 128, nil)),
      WideText.text(name) == "PostgreSQL"
    else { return nil }
    let zone = zone ?? .utc
    let statement = try ODBCStatement(self)
    var text = WideText("set time zone interval '\(zone)' hour to minute").units
    try statement.check(SQLExecDirectW(statement.handle.raw, &text, Int32(SQL_NTS)))
    return zone
  }

  /// The sign around names that the database wants kept as they are.
  private var quote: String {
    var sign = [UInt16](repeating: 0, count: 8)
    var length: Int16 = 0
    let status = SQLGetInfoW(handle.raw, UInt16(SQL_IDENTIFIER_QUOTE_CHAR), &sign, 16, &length)
    guard ODBCHandle.succeeded(status), length > 0, sign[0] != 32 else { return "" }
    return WideText.text(sign)
  }

  /// A name, perhaps with its schema before a point, as a statement holds it.
  func quoted(_ name: String) -> String {
    let quote = quote
    guard !quote.isEmpty else { return name }
    return name.split(separator: ".").map { quote + $0.replacing(quote, with: quote + quote) + quote }
      .joined(separator: ".")
  }

  /// The tables and views of the database without its own, those outside the usual schema with their schema.
  func tableNames() throws -> [String] {
    var catalog = [UInt16](repeating: 0, count: 256)
    SQLGetConnectAttrW(handle.raw, SQL_ATTR_CURRENT_CATALOG, &catalog, 512, nil)
    let current = WideText.text(catalog)
    let statement = try ODBCStatement(self)
    var kinds = WideText("TABLE,VIEW").units
    let status = SQLTablesW(statement.handle.raw, nil, 0, nil, 0, nil, 0, &kinds, Int16(SQL_NTS))
    guard ODBCHandle.succeeded(status) else { throw faults.fault(statement.handle.diagnostics) }
    var names: [String] = []
    while try statement.fetch() {
      // The first columns of the answer are the database, the schema and the name.
      let database = try statement.text(1) ?? ""
      let schema = try statement.text(2) ?? "", name = try statement.text(3) ?? ""
      guard database.isEmpty || current.isEmpty || database == current else { continue }
      let isOwn = ["information_schema", "pg_catalog", "sys"].contains(schema.lowercased())
      let isUsual = ["", "public", "dbo"].contains(schema.lowercased())
      if !isOwn { names.append(isUsual ? name : schema + "." + name) }
    }
    return names.sorted()
  }
}
