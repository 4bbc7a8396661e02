internal import PlantData
internal import Report

/// `odbc { "DSN=mes", user = "reader", password = secret "mes" }`: its tables, or the one that `table` or `query` gives.
struct ODBCSource: SourceKind {
  let word = "odbc"
  let options = ["query", "table", "keywords", "password", "port", "timeout"] + words.map(\.option)
  let hasTables = true

  /// Options that are texts, and the driver's keyword for each.
  private static let words: [(option: String, keyword: String)] = [
    ("dsn", "DSN"), ("driver", "Driver"), ("server", "Server"), ("database", "Database"), ("user", "UID"),
  ]

  func take(
    _ option: String, _ node: PlantFileNode, _ source: inout Source, _ plant: PlantDescription
  ) throws {
    switch option {
    case "password":
      guard node.secret != nil else {
        throw plant.wrong(
          node, "a password is named, not written: password = secret \"mes\"",
          "密码不要写在产线文件里，应引用名称：password = secret \"mes\"")
      }
    case "keywords":
      guard case .table(let entries) = node.value,
        entries.allSatisfy({ $0.key != nil && $0.node.text != nil })
      else { throw plant.wrong(node, "keywords is a table of texts", "keywords 应为文本组成的表") }
    case "port", "timeout":
      guard let number = node.number, let count = Int(exactly: number), (1...65_535).contains(count) else {
        throw plant.wrong(node, "\(option) is a whole number", "\(option) 应为整数")
      }
    default: _ = try plant.text(node, option)
    }
    source.options[option] = node
  }

  func check(_ source: Source, _ node: PlantFileNode, _ plant: PlantDescription) throws {
    do {
      let address = try address(source)
      guard !address.namesDatabase else { return }
      throw plant.wrong(
        node, "'\(source.name)' names neither dsn nor driver", "“\(source.name)”没有给出 dsn 或 driver")
    } catch let fault as Fault where fault.place == nil {
      throw plant.wrong(node, fault.what.en, fault.what.zh)
    }
  }

  private func address(_ source: Source) throws -> ODBCAddress {
    var settings = try source.paths.flatMap { try ODBCAddress($0).settings }
    for (option, keyword) in ODBCSource.words {
      if let text = source.options[option]?.text { settings.append((keyword, text)) }
    }
    if let port = source.options["port"]?.number { settings.append(("Port", "\(Int(port))")) }
    if case .table(let entries)? = source.options["keywords"]?.value {
      settings += entries.compactMap { entry in
        guard let key = entry.key, let text = entry.node.text else { return nil }
        return (key, text)
      }
    }
    return try ODBCAddress(
      settings: settings, password: source.options["password"]?.secret.map { try Secret($0) })
  }

  func address(of source: Source) -> String { (try? address(source).words) ?? "" }

  private func reader(_ source: LocatedSource) throws -> ODBCReader {
    try ODBCReader(address(source.source), timeout: source.count("timeout") ?? 15)
  }

  func tableNames(of source: LocatedSource) throws -> [String] { try reader(source).tableNames() }

  func read(_ source: LocatedSource, table: String?) throws -> Reading {
    if let query = source.text("query") { return try reader(source).query(query, [], source.columns) }
    return try reader(source).table(table ?? "", source.columns)
  }
}

extension PlantFileNode {
  /// The name in `secret "name"`.
  var secret: String? {
    guard case .call("secret", let entries) = value, entries.count == 1, entries[0].key == nil else {
      return nil
    }
    return entries[0].node.text
  }
}
