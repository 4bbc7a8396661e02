internal import PlantData
internal import Report

extension PlantDescription {
  /// Reads a plant file.
  ///
  /// - Throws: `Fault` with file and row for what cannot be understood, with the nearest known words.
  public init(contentsOf path: String) throws {
    let file = try TextFile(contentsOf: path)
    try self.init(String(decoding: file.bytes, as: UTF8.self), path: path)
  }

  public init(_ text: String, path: String) throws {
    let root = try PlantFileParser.parse(text, path: path)
    guard case .call("line", let entries) = root.value else {
      throw Fault(
        .format, en: "a plant file is: return line { … }", zh: "产线文件的形式是：return line { … }",
        at: Place(file: path, line: root.row))
    }
    self.init(name: "", sources: [], fields: [], path: path)
    var fieldEntries: [PlantFileNode.Entry] = []
    for entry in entries {
      if entry.key == nil, case .call("unit", let fields) = entry.node.value { fieldEntries += fields }
    }
    let fieldNames = fieldEntries.compactMap(\.key)
    for entry in entries {
      try read(entry, fieldNames: fieldNames)
    }
    for entry in fieldEntries { fields.append(try field(entry)) }
    guard !name.isEmpty else { throw wrong(root, "the line has no name", "产线没有名称（name）") }
  }

  func wrong(_ node: PlantFileNode, _ en: String, _ zh: String) -> Fault {
    Fault(.format, en: en, zh: zh, at: Place(file: path, line: node.row))
  }

  private mutating func read(_ entry: PlantFileNode.Entry, fieldNames: [String]) throws {
    let node = entry.node
    guard let key = entry.key else {
      if case .call("unit", _) = node.value { return }
      throw wrong(node, "only unit { … } stands without a name", "没有名称的只能是 unit { … }")
    }
    switch (key, node.value) {
    case ("name", .text(let text)): name = text
    case ("site", .text(let text)): site = text
    case ("area", .text(let text)): area = text
    case ("zone", .text(let text)):
      guard let zone = Zone(text) else {
        throw wrong(node, "'\(text)' is no zone such as '+08:00'", "“\(text)”不是时区，例如 '+08:00'")
      }
      self.zone = zone
    case (_, .call(let kind, let options)):
      sources.append(try source(key, kind, options, node, fieldNames))
    default:
      throw wrong(
        node, "'\(key)' is neither name, site, area, zone nor a source",
        "“\(key)”不是 name、site、area、zone，也不是数据源")
    }
  }

  private func source(
    _ name: String, _ kind: String, _ entries: [PlantFileNode.Entry], _ node: PlantFileNode,
    _ fieldNames: [String]
  ) throws -> Source {
    guard let kind = SourceKinds.all.first(where: { $0.word == kind }) else {
      let fault = Fault.unknownName(
        kind, among: SourceKinds.all.map(\.word), what: Text(en: "kind of source", zh: "数据源类型"),
        whole: Text(en: "kinds", zh: "可用类型"))
      throw Fault(.format, fault.what, at: Place(file: path, line: node.row))
    }
    var source = Source(name: name, kind: kind, paths: [], csv: CSVOptions(zone: zone), keys: [:])
    source.line = node.row
    source.csv.refusesWords = true
    var history = HistoryOptions()
    for entry in entries {
      guard let key = entry.key else {
        guard let path = entry.node.text else {
          throw wrong(entry.node, "a path is a text", "路径必须是文本")
        }
        source.paths.append(path)
        continue
      }
      let isTaken = try history.take(key, entry.node, self) || option(key, entry.node, &source)
      if isTaken { continue }
      guard fieldNames.contains(key), let column = entry.node.text else {
        let known = source.kind.options + PlantDescription.optionNames + HistoryOptions.names + fieldNames
        let fault = Fault.unknownName(
          key, among: known, what: Text(en: "option", zh: "选项"), whole: Text(en: "options", zh: "可用选项"))
        throw Fault(.format, fault.what, at: Place(file: path, line: entry.node.row))
      }
      source.keys[key] = column
    }
    try kind.check(source, node, self)
    source.history = try history.finish(node, self)
    if let history = source.history {
      source.csv.types[history.time] = source.csv.types[history.time] ?? .time
      source.csv.types[history.value] = .float
      source.csv.types[history.tag] = .text
    }
    return source
  }

  private static let optionNames = ["missing", "zone", "types", "unit_column"]

  /// Takes an option of a source of this kind or of any; false when it is none.
  private func option(_ key: String, _ node: PlantFileNode, _ source: inout Source) throws -> Bool {
    if source.kind.options.contains(key) {
      try source.kind.take(key, node, &source, self)
      return true
    }
    switch key {
    case "missing":
      guard let words = node.texts else { throw wrong(node, "missing is a list of words", "missing 应为词的列表") }
      source.csv.missing = words
    case "zone":
      guard let zone = Zone(try text(node, key)) else {
        throw wrong(node, "no zone such as '+08:00'", "不是时区，例如 '+08:00'")
      }
      source.csv.zone = zone
    case "types":
      guard case .table(let entries) = node.value else { throw wrong(node, "types is a table", "types 应为表") }
      for entry in entries {
        guard let name = entry.key, let type = entry.node.text.flatMap(FieldType.init(rawValue:)) else {
          let all = FieldType.allCases.map(\.rawValue).joined(separator: ", ")
          throw wrong(entry.node, "a type is one of \(all)", "类型只能是 \(all)")
        }
        source.csv.types[name] = type
      }
    case "unit_column": source.unitColumn = try text(node, key)
    default: return false
    }
    return true
  }

  func text(_ node: PlantFileNode, _ key: String) throws -> String {
    guard let text = node.text else { throw wrong(node, "\(key) is a text", "\(key) 应为文本") }
    return text
  }

  private func field(_ entry: PlantFileNode.Entry) throws -> Field {
    guard let name = entry.key else {
      throw wrong(
        entry.node, "a field of the unit has a name: name = source.column", "unit 的字段要有名称：名称 = 数据源.列")
    }
    var field = Field(name: name, reference: [], within: 0, match: [], row: entry.node.row)
    var options: [PlantFileNode.Entry] = []
    if let reference = entry.node.reference {
      field.reference = reference
    } else if case .table(let entries) = entry.node.value {
      options = entries.filter { $0.key != nil }
      field.reference = entries.first { $0.key == nil }?.node.reference ?? []
    }
    guard field.reference.count >= 2 else {
      throw wrong(entry.node, "'\(name)' names no source and column", "“\(name)”没有给出数据源和列")
    }
    do {
      _ = try source(field.reference[0])
    } catch let fault as Fault {
      throw Fault(.format, fault.what, at: Place(file: path, line: entry.node.row))
    }
    for option in options { try take(option, &field) }
    if field.at == nil, field.within != 0 {
      throw wrong(entry.node, "'within' goes with 'at'", "within 要和 at 一起使用")
    }
    return field
  }

  private func take(_ option: PlantFileNode.Entry, _ field: inout Field) throws {
    let node = option.node
    switch option.key ?? "" {
    case "unit": field.unit = try Unit(text(node, "unit"))
    case "at": field.at = try text(node, "at")
    case "within": field.within = try Quantity(text(node, "within")).value(in: Unit("s"))
    case "good": field.good = try text(node, "good")
    case "match":
      field.match = try (node.texts ?? [""]).map { word in
        guard let rule = MatchRule(rawValue: word) else {
          let all = MatchRule.allCases.map { "\"\($0.rawValue)\"" }.joined(separator: ", ")
          throw wrong(node, "'\(word)' is no match rule; there are \(all)", "“\(word)”不是匹配规则；可用 \(all)")
        }
        return rule
      }
    case let other:
      let fault = Fault.unknownName(
        other, among: ["unit", "at", "within", "match", "good"], what: Text(en: "option", zh: "选项"),
        whole: Text(en: "options", zh: "可用选项"))
      throw Fault(.format, fault.what, at: Place(file: path, line: node.row))
    }
  }
}

/// The options that make a CSV source a history of samples.
private struct HistoryOptions {
  static let names = ["time", "tag", "value", "quality", "good", "skew"]

  var texts: [String: String] = [:]
  var good: [String] = []
  var skew: [String: Double] = [:]

  mutating func take(_ key: String, _ node: PlantFileNode, _ plant: PlantDescription) throws -> Bool {
    switch key {
    case "time", "tag", "value", "quality": texts[key] = try plant.text(node, key)
    case "good":
      if let number = node.number { good = [number.significant(15)] } else { good = node.texts ?? [] }
      guard !good.isEmpty else {
        throw plant.wrong(node, "good is a quality code or a list", "good 应为质量码或其列表")
      }
    case "skew":
      for part in (node.texts ?? [""]).flatMap({ $0.split(separator: ",") }) {
        let sides = part.split(separator: ":", maxSplits: 1).map(String.init)
        guard sides.count == 2, let station = sides[0].split(separator: " ").last else {
          throw plant.wrong(node, "skew is 'STATION: -2.5 s'", "skew 的形式为“工位: -2.5 s”")
        }
        skew[String(station)] = try Quantity(sides[1]).value(in: Unit("s"))
      }
    default: return false
    }
    return true
  }

  func finish(_ node: PlantFileNode, _ plant: PlantDescription) throws -> PlantDescription.History? {
    guard let tag = texts["tag"] else {
      guard texts.isEmpty, good.isEmpty, skew.isEmpty else {
        throw plant.wrong(node, "a history needs time, tag and value", "历史数据需要 time、tag 和 value")
      }
      return nil
    }
    guard let time = texts["time"], let value = texts["value"] else {
      throw plant.wrong(node, "a history needs time, tag and value", "历史数据需要 time、tag 和 value")
    }
    if !good.isEmpty, texts["quality"] == nil {
      throw plant.wrong(node, "'good' needs the column 'quality'", "good 需要指定 quality 列")
    }
    return PlantDescription.History(
      time: time, tag: tag, value: value, quality: texts["quality"], good: good, skew: skew)
  }
}
