internal import Report

/// The rows of a document that is an object.
extension JSONDocument {
  /// The document as one object.
  func readObject(_ rows: String?, _ columns: consuming RowColumns) throws -> Reading {
    let object: JSONValue
    do {
      object = try JSONValue.parse(file.bytes, isWhole: true).value
    } catch let damage as JSONValue.Damage {
      throw damaged(at: damage.offset, damage.words, damage.words)
    }
    guard object.isObject else {
      throw damaged(at: start, "neither a list nor an object", "既不是列表也不是对象")
    }
    if let rows { return try readMember(rows, of: object, columns) }
    let members = object.members
    let lists = members.compactMap { member in
      member.value.elements.map { (name: member.name, elements: $0) }
    }
    if lists.count == members.count, !lists.isEmpty, !lists.contains(where: { hasObjects($0.elements) }) {
      return try readColumns(lists, columns)
    }
    let tables = lists.filter { hasObjects($0.elements) }
    guard let table = tables.first else {
      try object.add(to: &columns)
      columns.endRow(at: 1)
      return try columns.finish()
    }
    guard tables.count == 1 else {
      let names = tables.map(\.name)
      throw Fault(
        .usage, en: "several lists could be the rows: \(names.joined(separator: ", "))",
        zh: "有多个列表可作为数据行：\(names.joined(separator: "、"))", at: Place(file: file.path),
        try: "data.json { \"\(file.path)\", rows = \"\(table.name)\" }")
    }
    let note = Text(
      en: "\(file.path): the rows are those of '\(table.name)'", zh: "\(file.path)：数据行取自“\(table.name)”")
    return try readElements(table.elements, columns).noting([note])
  }

  private func hasObjects(_ elements: [JSONValue]) -> Bool { elements.contains { $0.isObject } }

  /// The list of objects under a path of names.
  private func readMember(
    _ path: String, of object: JSONValue, _ columns: consuming RowColumns
  ) throws -> Reading {
    var at = object
    var names = path.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    while !names.isEmpty {
      let members = at.members
      // A name may have points of its own.
      let fit = (1...names.count).reversed().lazy.compactMap { count in
        members.first { $0.name == names.prefix(count).joined(separator: ".") }.map { ($0.value, count) }
      }.first
      guard let (value, count) = fit else { throw noSuchMember(path, among: members.map(\.name)) }
      at = value
      names.removeFirst(count)
    }
    if let elements = at.elements { return try readElements(elements, columns) }
    guard at.isObject else {
      throw Fault(
        .usage, en: "'\(path)' is neither a list nor an object", zh: "“\(path)”既不是列表也不是对象",
        at: Place(file: file.path))
    }
    try at.add(to: &columns)
    columns.endRow(at: 1)
    return try columns.finish()
  }

  func noSuchMember(_ path: String, among names: [String]) -> Fault {
    let fault = Fault.unknownName(
      path, among: names, what: Text(en: "member", zh: "成员"), whole: Text(en: "members", zh: "现有成员"))
    return Fault(fault.code, fault.what, at: Place(file: file.path))
  }

  private func readElements(_ elements: [JSONValue], _ columns: consuming RowColumns) throws -> Reading {
    for (i, element) in elements.enumerated() {
      if i & 0xFFF == 0 { try Interruption.check() }
      try add(element, row: i + 1, to: &columns)
    }
    return try columns.finish()
  }

  private func readColumns(
    _ lists: [(name: String, elements: [JSONValue])], _ columns: consuming RowColumns
  ) throws -> Reading {
    let count = lists[0].elements.count
    if let odd = lists.first(where: { $0.elements.count != count }) {
      throw Fault(
        .format, en: "'\(odd.name)' has \(odd.elements.count) values, '\(lists[0].name)' has \(count)",
        zh: "“\(odd.name)”有 \(odd.elements.count) 个值，“\(lists[0].name)”有 \(count) 个",
        at: Place(file: file.path, column: odd.name))
    }
    let slots = try lists.map { try columns.slot(named: $0.name) }
    for row in 0..<count {
      if row & 0xFFF == 0 { try Interruption.check() }
      for (slot, list) in zip(slots, lists) { columns.set(slot, list.elements[row].cell) }
      columns.endRow(at: row + 1)
    }
    return try columns.finish()
  }
}
