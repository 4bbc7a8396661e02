/// How far a line of Lua is indented: two columns for each line above that opens something still open. What opens
/// on one line, as in `map(function()`, indents once.
public enum LuaIndentation {
  /// - Parameters:
  ///   - above: the lines above.
  ///   - line: how the line starts: `end`, `}` and their like stand as far out as the line that they close.
  public static func columns(above: String, line: String) -> Int {
    var open: [Int] = []
    for token in LuaLexer.tokens(above) { follow(token, &open) }
    for token in LuaLexer.tokens(line) {
      guard closes(token) else { break }
      if !open.isEmpty { open.removeLast() }
      if opens(token) { break }
    }
    return 2 * Set(open).count
  }

  /// Keeps the lines on which something was opened that is still open.
  private static func follow(_ token: LuaToken, _ open: inout [Int]) {
    if closes(token), !open.isEmpty { open.removeLast() }
    if opens(token) { open.append(token.line) }
  }

  private static func opens(_ token: LuaToken) -> Bool {
    switch token.kind {
    case .keyword: ["function", "do", "then", "else", "repeat"].contains(token.text)
    case .symbol: ["(", "{", "["].contains(token.text)
    default: false
    }
  }

  private static func closes(_ token: LuaToken) -> Bool {
    switch token.kind {
    case .keyword: ["end", "until", "else", "elseif"].contains(token.text)
    case .symbol: [")", "}", "]"].contains(token.text)
    default: false
    }
  }
}
