internal import Report

/// What a field or method was asked of: `list` in `list.append(4)`.
struct Owner {
  let path: [String]

  /// Finds the first place in the words where the name follows a dot or a colon.
  init?(of name: String, in tokens: [LuaToken], _ lua: Interpreter) {
    guard
      let place = tokens.indices.dropFirst(2).first(where: {
        tokens[$0].text == name && [".", ":"].contains(tokens[$0 - 1].text)
      })
    else { return nil }
    var path: [String] = []
    var at = place - 2
    while at >= 0, tokens[at].kind == .name {
      path.insert(tokens[at].text, at: 0)
      guard at >= 2, [".", ":"].contains(tokens[at - 1].text) else { break }
      at -= 2
    }
    guard !path.isEmpty else { return nil }
    self.path = path
  }

  /// What is there instead: a near name of a library, or what Lua does for lists and texts.
  func hint(_ name: String, _ lua: Interpreter) -> Text {
    let owner = path.joined(separator: ".")
    switch lua.target(of: path) {
    case .table(let names) where !names.isEmpty:
      let near = nearest(to: name, among: names.map(\.name))
      guard !near.isEmpty else { return listHint(name, owner, lua) }
      let list = near.map { owner + "." + $0 }
      return Text(
        en: " · did you mean \(list.joined(separator: " or "))?",
        zh: " · 是不是 \(list.joined(separator: " 或 "))？")
    case .table: return listHint(name, owner, lua)
    case .other:
      let near = nearest(to: name, among: Owner.names(of: "string", lua), most: 1)
      return near.first.map { here("\(owner):\($0)()") } ?? Text("")
    default: return Text("")
    }
  }

  /// Lists have no methods: Lua's functions of tables take them.
  private func listHint(_ name: String, _ owner: String, _ lua: Interpreter) -> Text {
    if ["len", "length", "size", "count", "n"].contains(name.lowercased()) { return here("#\(owner)") }
    // `table.concat` joins texts: whoever appends to a list does not mean it.
    let functions = Owner.names(of: "table", lua).filter { $0 != "concat" || name == "join" }
    let near = nearest(to: name, among: functions, most: 1)
    return near.first.map { here("table.\($0)(\(owner), …)") } ?? Text("")
  }

  private func here(_ line: String) -> Text { Text(en: " · here it is \(line)", zh: " · 这里写作 \(line)") }

  private static func names(of library: String, _ lua: Interpreter) -> [String] {
    guard case .table(let names)? = lua.target(of: [library]) else { return [] }
    return names.map(\.name)
  }
}
