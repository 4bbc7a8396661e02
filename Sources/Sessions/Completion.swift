public import LuaBridge

/// What may stand at the cursor.
public struct Completion: Sendable, Equatable {
  /// What the chosen item replaces, in Unicode scalars of the source.
  public var range: Range<Int>
  public var items: [LuaName]
}

extension Session {
  /// What may stand at the cursor: globals, fields, methods, names and values of options, columns of the table at
  /// hand, file paths inside strings, Lua's words. Nothing of the user's is run.
  ///
  /// - Parameter cursor: Unicode scalars before the cursor; the end of the source unless given.
  public func complete(_ source: String, cursor: Int? = nil) -> Completion {
    let scalars = source.unicodeScalars
    let cursor = min(cursor ?? scalars.count, scalars.count)
    let front = String(String.UnicodeScalarView(scalars.prefix(cursor)))
    let place = CompletionPlace(front)
    let (typed, names) = names(at: place)
    var known: Set<String> = []
    let items = names.filter { $0.starts(with: typed) && known.insert($0.name).inserted }
    return Completion(range: cursor - typed.unicodeScalars.count..<cursor, items: items)
  }

  /// The part of the word that is typed, and what it may become.
  private func names(at place: CompletionPlace) -> (typed: String, names: [LuaName]) {
    switch place.kind {
    case .nothing: return (place.typed, [])
    case .text(let index?):
      guard case .object(_, let fields)? = target(of: index) else { return (place.typed, []) }
      return (place.typed, fields.map { LuaName($0, .field, ending: place.quote + "]") })
    case .text(nil): return texts(at: place)
    case .member(let chain, let colon):
      return (place.typed, members(of: chain, place.typed, methodsOnly: colon))
    case .entry: return (place.typed, entries(of: place) + values(at: place.call) + globals(place))
    case .word: return (place.typed, values(at: place.call) + globals(place))
    }
  }

  /// Names of options, and of columns where the table is about columns.
  private func entries(of place: CompletionPlace) -> [LuaName] {
    guard let call = place.call else { return [] }
    let parameters = parameters(of: call)
    var names: [LuaName] = []
    if let parameter = call.positional(in: parameters), parameter.isKeyedByColumns {
      names = columns(at: call).filter(isName).map { LuaName($0, .field, ending: " = ") }
    }
    guard call.takesOptions(parameters) else { return names }
    names += parameters.filter { $0.place == .option }.map { LuaName($0.name, .option, ending: " = ") }
    return names.filter { !call.given.contains($0.name) }
  }

  /// The words of a choice and the names of columns in their quotes, `true` and `false`.
  private func values(at call: OpenCall?) -> [LuaName] {
    guard let call, let parameter = parameter(of: call) else { return [] }
    if parameter.content == .column { return columns(at: call).map { LuaName("\"\($0)\"", .choice) } }
    if parameter.kind == .boolean { return [LuaName("true", .keyword), LuaName("false", .keyword)] }
    return parameter.kind.choices.map { LuaName("\"\($0)\"", .choice) }
  }

  private func globals(_ place: CompletionPlace) -> [LuaName] {
    var names = place.locals.map { LuaName($0, .variable) }
    if case .table(let globals) = interpreter.target(of: []) { names += globals }
    return names.filter { isShown($0, place.typed) } + luaKeywords.sorted().map { LuaName($0, .keyword) }
  }

  /// Names that begin with an underscore are for who types one.
  private func isShown(_ name: LuaName, _ typed: String) -> Bool {
    !name.name.hasPrefix("_") || typed.hasPrefix("_")
  }

  private func members(of chain: NameChain?, _ typed: String, methodsOnly: Bool) -> [LuaName] {
    guard let chain, let target = target(of: chain) else {
      return declarations.filter {
        $0.kind == .method || ($0.kind == .property && !methodsOnly && $0.name != "…")
      }
      .map { LuaName($0.name, $0.kind == .method ? .method : .field) }.sorted { $0.name < $1.name }
    }
    switch target {
    case .table(let names): return names.filter { isName($0.name) && isShown($0, typed) }
    case .object(let type, let fields):
      let own = declarations.filter { $0.owner == type && $0.name != "…" }
      let methods = own.filter { $0.kind == .method }.map { LuaName($0.name, .method) }
      if methodsOnly { return methods }
      return own.filter { $0.kind == .property }.map { LuaName($0.name, .field) }
        + fields.filter(isName).map { LuaName($0, .field) } + methods
    default: return []
    }
  }

  /// Whether a text can stand after a dot.
  func isName(_ text: String) -> Bool {
    let tokens = LuaLexer.tokens(text)
    return tokens.count == 1 && (tokens[0].kind == .name || tokens[0].kind == .wideName)
      && tokens[0].text == text
  }
}

extension LuaName {
  /// A choice is also found without its quote.
  fileprivate func starts(with typed: String) -> Bool {
    name.utf8.starts(with: typed.utf8)
      || kind == .choice && name.hasPrefix("\"") && name.dropFirst().utf8.starts(with: typed.utf8)
  }
}
