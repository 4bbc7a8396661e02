internal import LineEditing
internal import LuaBridge
internal import Report
internal import Sessions

/// What the editor knows of Lua and of the session while an entry is typed.
struct Typing {
  private let session: Session
  /// Names of declared functions, and of methods with their colon.
  private let functions: Set<String>

  init(_ session: Session) {
    self.session = session
    functions = Set(
      session.declarations.compactMap { declaration in
        switch declaration.kind {
        case .function: declaration.name
        case .method: ":" + declaration.name
        default: nil
        }
      })
  }

  func set(_ editor: LineEditor) {
    editor.isPlain = session.surface.plain
    editor.isComplete = { [session] entry in
      if case .incomplete = session.isComplete(entry) { return Typing.isCommand(entry) }
      return true
    }
    editor.indentation = { above, line in LuaIndentation.columns(above: above, line: line) }
    editor.repair = { [session] entry in Typing.isCommand(entry) ? nil : session.repaired(entry) }
    editor.styles = { [functions] entry in
      Typing.isCommand(entry) ? [] : Typing.styles(entry) { functions.contains($0) }
    }
    editor.hint = { [session] source, cursor in
      Typing.isCommand(source) ? nil : session.hint(source, cursor: cursor)
    }
    editor.complete = { [session] source, cursor in
      let completion = session.complete(source, cursor: cursor)
      return (completion.range.lowerBound, completion.items.map(Typing.candidate))
    }
  }

  /// What is no Lua: help (`?`), commands of the shell (`%`) and of the system (`!`).
  private static func isCommand(_ entry: String) -> Bool {
    guard let first = entry.first(where: { !$0.isWhitespace }) else { return false }
    return "?%!".contains(first)
  }

  private static func styles(_ entry: String, isFunction: (String) -> Bool) -> [StyledRange] {
    luaHighlights(entry, isFunction: isFunction).map { StyledRange($0.range, style(of: $0.kind)) }
  }

  private static func style(of kind: LuaHighlight.Kind) -> Style {
    switch kind {
    case .keyword: .keyword
    case .string: .string
    case .number: .number
    case .comment: .comment
    case .function: .function
    case .wrong: .wrong
    }
  }

  /// A file is listed by the last part of its path.
  private static func candidate(_ name: LuaName) -> Candidate {
    var label = name.name
    if name.kind == .file {
      let path = name.name.hasSuffix("/") ? name.name.dropLast() : name.name[...]
      if let slash = path.lastIndex(of: "/") { label = String(name.name[path.index(after: slash)...]) }
    }
    return Candidate(name.name, label: label, ending: name.ending)
  }
}
