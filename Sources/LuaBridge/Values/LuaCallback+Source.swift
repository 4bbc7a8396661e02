internal import CLua

extension LuaCallback {
  /// Variables that the function takes from outside: locals of enclosing functions, and globals that were not there
  /// before the user made them.
  public var captured: [String] {
    withFunction { state in
      var names: [String] = []
      while let name = lua_getupvalue(state, -1, Int32(names.count + 1)) {
        bridge_pop(state, 1)
        names.append(String(cString: name))
      }
      let locals = names.filter { $0 != "_ENV" }
      let globals = source.map(FunctionText.outsideNames) ?? []
      return locals + globals.filter { Interpreter.of(state).isMadeByUser($0, state) }
    }
  }

  /// The function as it was typed, as an expression: `function(x) return 2 * x end`. nil where the text is not at
  /// hand, or where several functions begin and end on the same lines.
  public var source: String? {
    withFunction { state in
      var record = lua_Debug()
      lua_pushvalue(state, -1)
      guard lua_getinfo(state, ">S", &record) != 0, record.linedefined > 0, let chunk = record.source else {
        return nil
      }
      let name = String(cString: chunk).drop { $0 == "@" || $0 == "=" }
      guard let text = Interpreter.of(state).sources[String(name)]?.text else { return nil }
      let lines = Int(record.linedefined)...Int(record.lastlinedefined)
      let found = FunctionText.all(in: text, on: lines)
      return found.count == 1 ? found[0] : nil
    }
  }

  /// The comment that stands right above the function, without its dashes; nil for none.
  public var comment: String? {
    withFunction { state in
      var record = lua_Debug()
      lua_pushvalue(state, -1)
      guard lua_getinfo(state, ">S", &record) != 0, record.linedefined > 1, let chunk = record.source else {
        return nil
      }
      let name = String(cString: chunk).drop { $0 == "@" || $0 == "=" }
      guard let source = Interpreter.of(state).sources[String(name)] else { return nil }
      let above = source.lines.prefix(Int(record.linedefined) - 1).reversed().prefix { $0.hasPrefix("--") }
      let words = above.reversed().map { line in line.drop { $0 == "-" || $0 == " " } }.joined(separator: " ")
      return words.isEmpty ? nil : words
    }
  }

  private func withFunction<Result>(_ body: (LuaState) -> Result) -> Result {
    let state = self.state
    return balanced(state) {
      _ = push(state)
      return body(state)
    }
  }
}

/// Functions in a chunk's text.
private enum FunctionText {
  /// Those that begin on the first of these lines and end on the last.
  static func all(in text: String, on lines: ClosedRange<Int>) -> [String] {
    let bytes = Array(text.utf8)
    let tokens = LuaLexer.tokens(text).filter { $0.kind != .comment }
    return tokens.indices.compactMap { place in
      guard tokens[place].kind == .keyword, tokens[place].text == "function",
        tokens[place].line == lines.lowerBound, let end = end(of: place, in: tokens),
        tokens[end].line == lines.upperBound,
        let parameters = tokens[place...].first(where: { $0.text == "(" }),
        !tokens[place...].prefix(while: { $0.text != "(" }).contains(where: { $0.text == ":" })
      else { return nil }
      return "function"
        + String(decoding: bytes[parameters.range.lowerBound..<tokens[end].range.upperBound], as: UTF8.self)
    }
  }

  /// Names in a function's text that are neither fields nor parameters or locals of its own.
  static func outsideNames(_ text: String) -> [String] {
    let tokens = LuaLexer.tokens(text).filter { $0.kind != .comment }
    var own: Set<String> = []
    var names: [String] = []
    // Between `local`, `for` or `function` and what ends the list of names that follows.
    var declares = false
    let leads: Set<String> = ["local", "for", "function", "(", ",", "<"]
    for (k, token) in tokens.enumerated() {
      let before = k > 0 ? tokens[k - 1].text : ""
      let after = k + 1 < tokens.count ? tokens[k + 1].text : ""
      switch token.text {
      case "function", "local", "for": declares = true
      case ")", "=", "in": declares = false
      case _ where token.kind == .keyword: declares = false
      case _ where token.kind == .name && declares && leads.contains(before): own.insert(token.text)
      case _ where token.kind == .name && before != "." && before != ":" && after != "=":
        declares = false
        if !names.contains(token.text) { names.append(token.text) }
      default: continue
      }
    }
    return names.filter { !own.contains($0) }
  }

  /// The place of the `end` that belongs to a block's first word.
  private static func end(of place: Int, in tokens: [LuaToken]) -> Int? {
    var depth = 0
    for (k, token) in tokens[place...].enumerated() where token.kind == .keyword {
      switch token.text {
      case "function", "do", "if", "repeat": depth += 1
      case "end", "until": depth -= 1
      default: continue
      }
      if depth == 0 { return place + k }
    }
    return nil
  }
}

extension Interpreter {
  /// Whether a global is neither Lua's own nor declared by a module.
  fileprivate func isMadeByUser(_ name: String, _ state: LuaState) -> Bool {
    balanced(state) {
      bridge_push_globals(state)
      pushField(state, of: -1, name)
      switch lua_type(state, -1) {
      case LUA_TNIL: return false
      case LUA_TFUNCTION: return lua_iscfunction(state, -1) == 0
      case LUA_TTABLE where name == "_G" || declarations.contains { $0.kind == .module && $0.name == name }:
        return false
      case LUA_TTABLE:
        lua_getfield(state, bridge_registry(), LUA_LOADED_TABLE)
        pushField(state, of: -1, name)
        return lua_type(state, -1) == LUA_TNIL
      default: return name != "_VERSION"
      }
    }
  }
}
