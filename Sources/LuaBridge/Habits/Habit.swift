internal import Report

/// A way of writing that other languages teach and Lua does not know: `n += 1`, `if x != 5`, `print n`.
struct Habit: Sendable {
  /// How it is written here.
  let what: Text
  /// Lua never has this form, so that even an unfinished entry with it is wrong.
  let isSure: Bool
  /// What to change, nothing where the habit does not show.
  let edits: @Sendable (HabitSource) -> [Edit]

  init(
    _ what: Text, isSure: Bool = false, _ edits: @escaping @Sendable (HabitSource) -> [Edit]
  ) {
    self.what = what
    self.isSure = isSure
    self.edits = edits
  }
}

/// A source as habits read it.
struct HabitSource {
  let text: String
  /// Its tokens without comments.
  let tokens: [LuaToken]
  /// Whether a dotted name is a function here, and whether that function takes a text first.
  let callee: ([String]) -> Callee?

  enum Callee { case takesText, takesValue }

  init(_ text: String, callee: @escaping ([String]) -> Callee?) {
    self.text = text
    self.callee = callee
    tokens = LuaLexer.tokens(text).filter { $0.kind != .comment }
  }

  func text(_ k: Int) -> String { tokens.indices.contains(k) ? tokens[k].text : "" }

  /// Whether the token after `k` touches it.
  func touches(_ k: Int) -> Bool {
    tokens.indices.contains(k + 1) && tokens[k].range.upperBound == tokens[k + 1].range.lowerBound
  }

  func startsLine(_ k: Int) -> Bool { k == 0 || tokens[k - 1].line < tokens[k].line }

  /// Whether a statement can start at the token: at the start of a line, after a word that opens a block, or after
  /// what ends an expression.
  func startsStatement(_ k: Int) -> Bool {
    if startsLine(k) || ["then", "do", "else", ";", "repeat", "end", ")", "}", "]"].contains(text(k - 1)) {
      return true
    }
    return tokens.indices.contains(k) && tokens[k].kind == .name
      && [.name, .number, .string].contains(tokens[k - 1].kind)
  }

  /// The last token of the line that the token stands on.
  func lineEnd(_ k: Int) -> Int { tokens.indices.last { tokens[$0].line == tokens[k].line } ?? k }

  /// The bracket that closes the one at `k`.
  func closing(_ k: Int) -> Int? {
    var depth = 0
    for j in k..<tokens.count where tokens[j].kind == .symbol {
      if ["(", "[", "{"].contains(tokens[j].text) { depth += 1 }
      if [")", "]", "}"].contains(tokens[j].text) {
        depth -= 1
        if depth == 0 { return j }
      }
    }
    return nil
  }

  /// The bracket that is open at the token.
  func opening(before k: Int) -> Int? {
    var depth = 0
    for j in (0..<k).reversed() where tokens[j].kind == .symbol {
      if [")", "]", "}"].contains(tokens[j].text) { depth += 1 }
      if ["(", "[", "{"].contains(tokens[j].text) {
        if depth == 0 { return j }
        depth -= 1
      }
    }
    return nil
  }

  /// The source between two tokens, both included.
  func piece(_ first: Int, _ last: Int) -> String {
    guard first <= last, tokens.indices.contains(first), tokens.indices.contains(last) else { return "" }
    let bytes = Array(text.utf8)
    return String(
      decoding: bytes[tokens[first].range.lowerBound..<tokens[last].range.upperBound], as: UTF8.self)
  }

  /// The tokens of the chain of names that starts at `k`: `data.csv`; its last token, nil when none starts.
  func chain(from k: Int) -> (path: [String], last: Int)? {
    guard tokens.indices.contains(k), tokens[k].kind == .name else { return nil }
    var path = [tokens[k].text], last = k
    while [".", ":"].contains(text(last + 1)), tokens.indices.contains(last + 2),
      tokens[last + 2].kind == .name
    {
      path.append(tokens[last + 2].text)
      last += 2
    }
    return (path, last)
  }
}
