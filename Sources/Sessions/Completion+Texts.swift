internal import LuaBridge

extension Session {
  /// What may stand in a string: a choice, a column, a word of an expression, a file, a module's name.
  func texts(at place: CompletionPlace) -> (typed: String, names: [LuaName]) {
    let typed = place.typed
    guard let call = place.call else { return (typed, FilePaths.names(startingWith: typed)) }
    if call.function.steps.map(\.name) == ["require"] {
      return (
        typed, FilePaths.modules(startingWith: typed).map { LuaName($0.name, $0.kind, ending: place.quote) }
      )
    }
    let parameters = parameters(of: call)
    guard !parameters.isEmpty else {
      return (typed, isDeclared(call) ? [] : FilePaths.names(startingWith: typed, quote: place.quote))
    }
    guard let parameter = parameter(of: call) else { return (typed, []) }
    let choices = parameter.kind.choices
    if !choices.isEmpty { return (typed, choices.map { LuaName($0, .choice, ending: place.quote) }) }
    switch parameter.content {
    case .column: return (typed, columns(at: call).map { LuaName($0, .field, ending: place.quote) })
    case .expression: return expression(typed, of: call)
    case .file(let endings):
      return (typed, FilePaths.names(startingWith: typed, endings: endings, quote: place.quote))
    case nil: return (typed, [])
    }
  }

  /// The word at the end of an expression: columns, those with odd names in back quotes.
  private func expression(_ typed: String, of call: OpenCall) -> (typed: String, names: [LuaName]) {
    if typed.count(where: { $0 == "`" }) % 2 == 1, let quote = typed.lastIndex(of: "`") {
      let word = String(typed[typed.index(after: quote)...])
      return (word, columns(at: call).map { LuaName($0, .field, ending: "`") })
    }
    guard let last = LuaLexer.tokens(typed).last else { return (typed, columnWords(call)) }
    guard last.range.upperBound == typed.utf8.count else { return ("", columnWords(call)) }
    switch last.kind {
    case .name, .wideName, .keyword: return (last.text, columnWords(call))
    case .symbol, .foreign: return ("", columnWords(call))
    default: return ("", [])
    }
  }

  private func columnWords(_ call: OpenCall) -> [LuaName] {
    columns(at: call).map { LuaName(isName($0) ? $0 : "`\($0)`", .field) }
      + ["and", "not", "or"].map { LuaName($0, .keyword) }
  }

  /// The columns of the table that a call is about: its object, or a table among its values, or else of all tables
  /// that variables hold.
  func columns(at call: OpenCall) -> [String] {
    let about = (call.function.owner.map { [$0] } ?? []) + call.arguments
    for chain in about {
      if case .object(_, let fields)? = target(of: chain), !fields.isEmpty { return fields }
    }
    var known: Set<String> = []
    return interpreter.globalObjects.flatMap(\.fields).filter { known.insert($0).inserted }
  }
}
