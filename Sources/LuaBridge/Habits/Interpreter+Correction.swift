internal import CLua
internal import Report

extension Interpreter {
  /// What a source that Lua refuses was meant to be; nil when nothing explains it.
  func correction(of source: String, message: String, line: Int) -> Correction? {
    Correction(source, message: message, line: line, callee: callee, compiles: compiles)
  }

  /// The fault of a source with a constant of another language in it, that Lua would run and take for nil.
  func foreignConstant(in source: String) -> Fault? {
    let tokens = LuaLexer.tokens(source).filter { $0.kind != .comment }
    let assigned = zip(tokens, tokens.dropFirst()).filter { $1.text == "=" }.map(\.0.text)
    let known = Set(globalNames).union(assigned)
    guard let first = Constants.used(in: tokens).first(where: { !known.contains($0.text) }),
      let here = Constants.here[first.text]
    else { return nil }
    let isShort = !source.contains("\n") && source.count <= 160
    return Fault(
      .name, en: "\(first.text) is \(here) here", zh: "这里 \(first.text) 写作 \(here)",
      try: isShort ? Constants.replaced(in: source) : nil)
  }

  private func compiles(_ source: String) -> Bool {
    ["return " + source + "\n", source + "\n"].contains { text in
      balanced(state) { compile(text, "=entry") == LUA_OK }
    }
  }

  private func callee(_ path: [String]) -> HabitSource.Callee? {
    switch target(of: path) {
    case .function(let declaration):
      let first = declaration?.parameters.first { $0.place == .positional }
      return first?.kind == .string || path == ["help"] || path == ["require"] || path == ["dofile"]
        ? .takesText : .takesValue
    case .object: return .takesValue
    default: return nil
    }
  }
}
