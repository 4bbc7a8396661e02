internal import LuaBridge

/// What kind of word the cursor stands in, read from the text before it.
struct CompletionPlace {
  enum Kind: Equatable {
    /// In a comment or a number.
    case nothing
    /// In a string; of `t["`, with the chain that is indexed.
    case text(index: NameChain?)
    /// After `a.b.` or `a.b:`; no chain where it cannot be told what stands before.
    case member(NameChain?, colon: Bool)
    /// At the start of an entry of a table that a call gets.
    case entry
    case word
  }

  private(set) var kind = Kind.word
  /// The part of the word that stands before the cursor.
  private(set) var typed = ""
  /// The quote that the string at the cursor began with.
  private(set) var quote = ""
  /// The call that is open at the cursor.
  private(set) var call: OpenCall?
  /// Names of local variables in the text.
  let locals: [String]

  init(_ front: String) {
    var tokens = LuaLexer.tokens(front)
    let count = front.utf8.count
    locals = CompletionPlace.locals(in: tokens)
    guard let last = tokens.last else { return }
    let touches = last.range.upperBound == count
    if last.kind == .comment, touches, !front.hasSuffix("\n") || last.text.hasPrefix("--[") {
      kind = .nothing
      return
    }
    if last.kind == .unfinished, !["\"", "'"].contains(last.text.first) || front.hasSuffix("\n") {
      kind = .nothing
      return
    }
    tokens.removeAll { $0.kind == .comment }
    if last.kind == .unfinished {
      typed = String(last.text.dropFirst())
      quote = String(last.text.prefix(1))
      let before = tokens.dropLast()
      let isIndex = before.last?.text == "[" && before.last?.kind == .symbol
      kind = .text(index: isIndex ? NameChain(endOf: before.dropLast()) : nil)
      // A string right after a function is its only value: `data.csv "li`.
      call = NameChain(endOf: before).map(OpenCall.init(of:)) ?? OpenCall(endOf: before)
      return
    }
    if touches, [.name, .wideName, .keyword].contains(last.kind) {
      typed = last.text
      tokens.removeLast()
    } else if touches, last.kind == .number {
      kind = .nothing
      return
    }
    call = OpenCall(endOf: tokens[...])
    kind = CompletionPlace.kind(after: tokens[...], in: call)
  }

  private static func kind(after tokens: ArraySlice<LuaToken>, in call: OpenCall?) -> Kind {
    guard let previous = tokens.last, previous.kind == .symbol else { return .word }
    switch previous.text {
    case ".", ":": return .member(NameChain(endOf: tokens.dropLast()), colon: previous.text == ":")
    case "{", ",", ";": return call?.isInTable == true ? .entry : .word
    default: return .word
    }
  }

  private static func locals(in tokens: [LuaToken]) -> [String] {
    var names: [String] = []
    for (k, token) in tokens.enumerated()
    where token.kind == .keyword && (token.text == "local" || token.text == "for") {
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
