internal import CLua
internal import Report

/// Which name in the calling line gave nil to a parameter: `clean(untis)` is a misspelt variable, not a missing
/// argument. Found by reading the line that runs; nil when it cannot be told.
struct NilArgument {
  let fault: Fault

  init?(_ state: LuaState, _ convention: CallingConvention, _ parameter: ParameterInfo) {
    guard let site = CallSite(state), let callee = site.callee else { return nil }
    let lua = Interpreter.of(state)
    guard let source = lua.sources[site.chunk] else { return nil }
    let tokens = LuaLexer.tokens(source.text).filter { $0.kind != .comment && $0.line >= site.line }
    let position = convention.positional.firstIndex {
      convention.declaration.parameters[$0].name == parameter.name
    }
    guard let words = NilArgument.argument(position, parameter.name, of: callee, in: tokens) else {
      return nil
    }
    let path = words.map(\.text)
    guard let last = path.last, words.allSatisfy({ $0.kind == .name || $0.text == "." }) else { return nil }
    let name = path.joined()
    let guess =
      path.count == 1
      ? Guess(last, in: tokens, locals: site.locals, lua: lua).hint
      : hint(last, among: lua.fieldNames(path.filter { $0 != "." }.dropLast(), state), quote: "")
    fault = Fault(.name, Text(en: "\(name) is nil", zh: "\(name) 是 nil") + guess)
  }

  /// The words of one argument of the first call of `callee`.
  private static func argument(
    _ position: Int?, _ name: String, of callee: String, in tokens: [LuaToken]
  ) -> [LuaToken]? {
    guard
      let call = tokens.indices.dropLast().first(where: {
        tokens[$0].text == callee && ["(", "{"].contains(tokens[$0 + 1].text)
      })
    else { return nil }
    var parts: [[LuaToken]] = [[]]
    var depth = 0
    for token in tokens[(call + 1)...] {
      let opens = ["(", "{", "["].contains(token.text) && token.kind == .symbol
      let closes = [")", "}", "]"].contains(token.text) && token.kind == .symbol
      if closes { depth -= 1 }
      if closes, depth == 0 { break }
      if token.text == ",", depth == 1 {
        parts.append([])
      } else if depth >= 1 {
        parts[parts.count - 1].append(token)
      }
      if opens { depth += 1 }
    }
    if let named = parts.first(where: { $0.count > 2 && $0[0].text == name && $0[1].text == "=" }) {
      return Array(named.dropFirst(2))
    }
    guard let position, position < parts.count, !parts[position].isEmpty else { return nil }
    return parts[position]
  }
}

extension Interpreter {
  /// The names in the global table at a path, without running anything.
  func fieldNames(_ path: some Sequence<String>, _ state: LuaState) -> [String] {
    balanced(state) {
      bridge_push_globals(state)
      for name in path {
        guard lua_type(state, -1) == LUA_TTABLE else { return [] }
        pushField(state, of: -1, name)
      }
      return lua_type(state, -1) == LUA_TTABLE ? Interpreter.names(state, -1) : []
    }
  }
}
