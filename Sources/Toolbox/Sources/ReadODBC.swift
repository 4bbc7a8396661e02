internal import LuaBridge
internal import PlantData
internal import Report

/// `data.odbc { "DSN=mes;UID=reader", password = secret "mes", query = "select …" }`.
var dataODBC: Function {
  Function(
    "data.odbc",
    Text(en: "reads a table or a query of any database by its ODBC driver", zh: "通过 ODBC 驱动读取任意数据库的表或查询结果"),
    .positional(
      "connection", String.self,
      Text(en: "a connection text without password: \"DSN=mes\"", zh: "不含密码的连接字符串，如 \"DSN=mes\""), default: ""
    ),
    .optional(
      "query", String.self, Text(en: "\"select …\"; ? stands for a parameter", zh: "\"select …\"；? 代表参数")),
    .optional("table", String.self, Text(en: "a whole table instead of a query", zh: "读取整张表，代替查询")),
    .option(
      "parameters", [LuaValue].self, Text(en: "values for each ? of the query", zh: "查询中各个 ? 的值"), default: []
    ),
    .optional("dsn", String.self, Text(en: "a data source of odbc.ini", zh: "odbc.ini 中的数据源")),
    .optional("driver", String.self, Text(en: "a driver of odbcinst.ini", zh: "odbcinst.ini 中的驱动程序")),
    .optional("server", String.self, Text(en: "the server's name or address", zh: "服务器名称或地址")),
    .optional("port", Int.self, Text(en: "the server's port", zh: "服务器端口"), in: 1...65_535),
    .optional("database", String.self, Text(en: "the database", zh: "数据库")),
    .optional("user", String.self, Text(en: "the user", zh: "用户名")),
    .optional("password", NamedPassword.self, Text(en: "secret \"name\"", zh: "secret \"名称\"")),
    .option(
      "keywords", Fields<String>.self,
      Text(
        en: "more of the driver's keywords: { CHARSET = \"utf8mb4\" }",
        zh: "驱动程序的其他关键字，如 { CHARSET = \"utf8mb4\" }"),
      default: ReaderWords.none),
    .option(
      "timeout", Int.self, Text(en: "to wait for the server", zh: "等待服务器的时间"), default: 15, unit: "s",
      in: 1...3600),
    .optional("limit", Int.self, Text(en: "rows at most", zh: "最多读取的行数"), in: 1...),
    .option("types", Fields<FieldType>.self, ReaderWords.types, default: ReaderWords.noTypes),
    .option("missing", [String].self, ReaderWords.missing, default: []),
    .optional("zone", String.self, ReaderWords.zone),
    .option("units", Fields<String>.self, ReaderWords.units, default: ReaderWords.none),
    .option("strict", Bool.self, ReaderWords.strict, default: false), .interpreter,
    returns: readingReturns,
    example: #"return data.odbc { driver = "SQLite3", database = "demo/mes.db", table = "stations" }"#,
    given: #"plant.demo("demo", { units = 20 })"#
  ) {
    connection, query, table, parameters, dsn, driver, server, port, database, user, password, keywords,
    timeout, limit, types, missing, zone, units, strict, interpreter in
    let options = try columnOptions(types: types, missing: missing, zone: zone, units: units, strict: strict)
    let named = [
      ("DSN", dsn), ("Driver", driver), ("Server", server), ("Port", port.map { "\($0)" }),
      ("Database", database), ("UID", user),
    ]
    let settings = named.compactMap { name, value in value.map { (name, $0) } }
    let address = try ODBCAddress(
      settings: ODBCAddress(connection).settings + settings + keywords.map { ($0.name, $0.value) },
      password: password?.secret())
    guard address.namesDatabase else {
      throw Fault(
        .usage, en: "data.odbc: neither dsn nor driver is given", zh: "data.odbc：没有给出 dsn 或 driver",
        try: "data.odbc { dsn = \"mes\", user = \"reader\", password = secret \"mes\", table = \"units\" }")
    }
    let reader = ODBCReader(address, timeout: timeout, limit: limit)
    switch (query, table) {
    case (let query?, nil):
      return try ReadingResults(
        reader.query(query, queryParameters(parameters, of: "data.odbc"), options), interpreter)
    case (nil, let table?): return try ReadingResults(reader.table(table, options), interpreter)
    case (nil, nil): throw try unnamedTable(reader)
    default:
      throw Fault(
        .usage, en: "data.odbc: give a query or a table, not both", zh: "data.odbc：query 和 table 只能给出一个")
    }
  }
}

/// A secret; a text in its place is taken and refused, so that no fault shows it.
struct NamedPassword: LuaReadable {
  private let named: Secret?

  static var luaKind: LuaKind { Secret.luaKind }

  static func read(_ state: LuaState, _ index: Int32) throws -> NamedPassword? {
    if let secret = try Secret.read(state, index) { return NamedPassword(named: secret) }
    return String.read(state, index).map { _ in NamedPassword(named: nil) }
  }

  func secret() throws -> Secret {
    if let named { return named }
    throw Fault(
      .usage, en: "data.odbc: a password is named, not written", zh: "data.odbc：密码不要直接写出，应引用名称",
      try: "data.odbc { dsn = \"mes\", user = \"reader\", password = secret \"mes\", table = \"units\" }")
  }
}

/// Says which tables there are.
private func unnamedTable(_ reader: ODBCReader) throws -> Fault {
  let names = try reader.tableNames()
  let some = names.prefix(8).joined(separator: ", ") + (names.count > 8 ? ", …" : "")
  let en = names.isEmpty ? "the database has none" : "there are \(some)"
  let zh = names.isEmpty ? "数据库中没有表" : "现有 \(some)"
  return Fault(
    .usage, en: "which table, or which query? \(en)", zh: "读取哪个表或执行什么查询？\(zh)",
    at: Place(file: reader.address.words))
}
