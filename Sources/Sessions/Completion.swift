public import LuaBridge

/// What may stand at the cursor.
public struct Completion: Sendable, Equatable {
  /// What the chosen item replaces, in Unicode scalars of the source.
  public var range: Range<Int>
  public var items: [LuaName]
}

extension Session {
  /// What may stand at the cursor: globals, fields, methods, option names inside `{ }`, choices and file paths
  /// inside strings, Lua's words. Nothing of the user's is run.
  ///
  /// - Parameter cursor: Unicode scalars before the cursor; the end of the source unless given.
  public func complete(_ source: String, cursor: Int? = nil) -> Completion {
    let scalars = source.unicodeScalars
    let cursor = min(cursor ?? scalars.count, scalars.count)
    let front = String(String.UnicodeScalarView(scalars.prefix(cursor)))
    let place = CompletionPlace(front)
    let items = names(at: place).filter { $0.name.hasPrefix(place.typed) }
    var unique: [LuaName] = []
    for item in items where !unique.contains(where: { $0.name == item.name }) { unique.append(item) }
    return Completion(range: cursor - place.typed.unicodeScalars.count..<cursor, items: unique)
  }

  private func names(at place: CompletionPlace) -> [LuaName] {
    switch place.kind {
    case .nothing: return []
    case .path(let call, let option):
      let choices =
        option.flatMap { name in parameters(of: call)?.first { $0.name == name }?.kind.choices } ?? []
      return choices.isEmpty
        ? FilePaths.names(startingWith: place.typed) : choices.map { LuaName($0, .choice) }
    case .member(let chain, let colon): return members(of: chain, methodsOnly: colon)
    case .option(let call):
      let options = (parameters(of: call) ?? []).filter { $0.place == .option }.map {
        LuaName($0.name, .option)
      }
      return options + globals(place)
    case .word: return globals(place)
    }
  }

  private func globals(_ place: CompletionPlace) -> [LuaName] {
    var names = place.locals.map { LuaName($0, .variable) }
    if case .table(let globals) = interpreter.target(of: []) { names += globals }
    names = names.filter { !$0.name.hasPrefix("_") || place.typed.hasPrefix("_") }
    return names + luaKeywords.sorted().map { LuaName($0, .keyword) }
  }

  private func members(of chain: [String]?, methodsOnly: Bool) -> [LuaName] {
    guard let chain, let target = interpreter.target(of: chain) else {
      return declarations.filter {
        $0.kind == .method || ($0.kind == .property && !methodsOnly && $0.name != "…")
      }
      .map { LuaName($0.name, $0.kind == .method ? .method : .field) }.sorted { $0.name < $1.name }
    }
    switch target {
    case .table(let names): return names
    case .object(let type, let fields):
      let own = declarations.filter { $0.owner == type && $0.name != "…" }
      let methods = own.filter { $0.kind == .method }.map { LuaName($0.name, .method) }
      if methodsOnly { return methods }
      let data = fields.filter { field in
        LuaLexer.tokens(field).count == 1 && LuaLexer.tokens(field)[0].kind == .name
      }
      return own.filter { $0.kind == .property }.map { LuaName($0.name, .field) }
        + data.map { LuaName($0, .field) }
        + methods
    default: return []
    }
  }

  /// The parameters of the function that a call names.
  private func parameters(of call: CompletionPlace.Call?) -> [ParameterInfo]? {
    guard let call else { return nil }
    if !call.isMethod { return function(at: call.path)?.parameters }
    let name = call.path.last ?? ""
    let owner: String? =
      if case .object(let type, _) = interpreter.target(of: Array(call.path.dropLast())) { type } else { nil }
    let methods = declarations.filter { $0.kind == .method && $0.name == name }
    return (methods.first { $0.owner == owner } ?? methods.first)?.parameters
  }

  private func function(at path: [String]) -> Declaration? {
    switch interpreter.target(of: path) {
    case .function(let declaration): return declaration
    case .object(let type, _): return declarations.first { $0.owner == type && $0.name == "()" }
    default: return nil
    }
  }
}
