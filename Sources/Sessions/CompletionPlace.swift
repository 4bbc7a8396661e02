internal import LuaBridge

/// What kind of word the cursor stands in, read from the text before it.
struct CompletionPlace {
  /// The function that the innermost open table or parenthesis belongs to.
  struct Call: Equatable {
    var path: [String]
    var isMethod: Bool
  }

  enum Kind: Equatable {
    /// In a comment or a number.
    case nothing
    /// In a string: a file, or a choice of an option.
    case path(Call?, option: String?)
    /// After `a.b.` or `a.b:`; no chain where a call came before.
    case member([String]?, colon: Bool)
    /// At the start of an entry of a call's table.
    case option(Call)
    case word
  }

  private(set) var kind: Kind
  /// The part of the word that stands before the cursor.
  private(set) var typed: String
  /// Local names in the text.
  let locals: [String]

  init(_ front: String) {
    var tokens = LuaLexer.tokens(front)
    let count = front.utf8.count
    locals = CompletionPlace.locals(in: tokens)
    typed = ""
    kind = .word
    guard let last = tokens.last else { return }
    if last.kind == .comment, last.range.upperBound == count, !front.hasSuffix("\n") {
      kind = .nothing
      return
    }
    tokens.removeAll { $0.kind == .comment }
    if last.kind == .unfinished, last.text.first == "\"" || last.text.first == "'" {
      typed = String(last.text.dropFirst())
      let before = tokens.dropLast()
      let option = before.count >= 2 && before.last?.text == "=" ? before.dropLast().last?.text : nil
      kind = .path(CompletionPlace.call(before), option: option)
      return
    }
    if last.range.upperBound == count, [.name, .keyword].contains(last.kind) {
      typed = last.text
      tokens.removeLast()
    } else if last.range.upperBound == count, last.kind == .number {
      kind = .nothing
      return
    }
    kind = CompletionPlace.kind(after: tokens[...])
  }

  private static func kind(after tokens: ArraySlice<LuaToken>) -> Kind {
    guard let previous = tokens.last, previous.kind == .symbol else { return .word }
    switch previous.text {
    case ".", ":":
      return .member(chain(tokens.dropLast())?.path, colon: previous.text == ":")
    case "{", ",":
      if let call = call(tokens), innermostOpen(tokens).map({ tokens[$0].text }) == "{" {
        return .option(call)
      }
      return .word
    default: return .word
    }
  }

  /// The call whose table or parentheses are open at the end of the tokens.
  private static func call(_ tokens: ArraySlice<LuaToken>) -> Call? {
    guard let open = innermostOpen(tokens) else { return nil }
    var before = tokens[..<open]
    if let named = chain(before) { return named }
    // f(a, { : the table inside the parentheses belongs to f.
    guard tokens[open].text == "{", let outer = innermostOpen(before), tokens[outer].text == "(" else {
      return nil
    }
    before = tokens[..<outer]
    return chain(before)
  }

  private static func innermostOpen(_ tokens: ArraySlice<LuaToken>) -> Int? {
    var depth = 0
    for k in tokens.indices.reversed() where tokens[k].kind == .symbol {
      switch tokens[k].text {
      case ")", "}", "]": depth += 1
      case "(", "{", "[":
        if depth == 0 { return k }
        depth -= 1
      default: break
      }
    }
    return nil
  }

  /// The chain of names that the tokens end with.
  private static func chain(_ tokens: ArraySlice<LuaToken>) -> Call? {
    var path: [String] = []
    var isMethod = false
    var rest = tokens
    while let name = rest.last, name.kind == .name {
      path.insert(name.text, at: 0)
      rest = rest.dropLast()
      guard let link = rest.last, link.text == "." || link.text == ":" else { break }
      if link.text == ":" { isMethod = true }
      rest = rest.dropLast()
      guard rest.last?.kind == .name else { return isMethod ? Call(path: path, isMethod: true) : nil }
    }
    return path.isEmpty ? nil : Call(path: path, isMethod: isMethod)
  }

  private static func locals(in tokens: [LuaToken]) -> [String] {
    var names: [String] = []
    for (k, token) in tokens.enumerated() where token.text == "local" || token.text == "for" {
      for next in tokens[(k + 1)...].prefix(while: {
        $0.kind == .name || $0.text == "," || $0.text == "function"
      })
      where next.kind == .name {
        names.append(next.text)
      }
    }
    return names
  }
}
