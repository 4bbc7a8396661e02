/// An entry whose top-level locals stay for the session: `local x = 1` also sets the global `x` at its end.
///
/// Closures made in the entry keep their own variable, as they would in a script. An entry that faults half-way
/// keeps none.
struct KeptLocals {
  /// The entry with the assignment added, or nil when it has no top-level local.
  let source: String?

  init(_ source: String) {
    let tokens = LuaLexer.tokens(source).filter { $0.kind != .comment }
    var names: [String] = []
    var depth = 0
    var end: Int?
    for (k, token) in tokens.enumerated() {
      guard token.kind == .keyword || token.kind == .symbol else { continue }
      switch token.text {
      case "function", "do", "if", "repeat", "(", "{", "[": depth += 1
      case "end", "until", ")", "}", "]": depth -= 1
      case "local" where depth == 0:
        for name in KeptLocals.declared(tokens[(k + 1)...]) where !names.contains(name) { names.append(name) }
      case "return" where depth == 0: end = token.range.lowerBound
      default: break
      }
    }
    guard !names.isEmpty else {
      self.source = nil
      return
    }
    let keep = names.map { "_ENV.\($0)" }.joined(separator: ", ") + " = " + names.joined(separator: ", ")
    let bytes = Array(source.utf8)
    if let end {
      self.source =
        String(decoding: bytes[..<end], as: UTF8.self) + keep + "; "
        + String(decoding: bytes[end...], as: UTF8.self)
        + "\n"
    } else {
      self.source = source + "\n" + keep + "\n"
    }
  }

  /// The names of `local a <const>, b = …` or `local function f`.
  private static func declared(_ tokens: ArraySlice<LuaToken>) -> [String] {
    var names: [String] = []
    var wantsName = true
    var insideAttribute = false
    for token in tokens {
      switch token.text {
      case "function": continue
      case "<": insideAttribute = true
      case ">": insideAttribute = false
      case ",": wantsName = true
      default:
        if insideAttribute { continue }
        guard token.kind == .name, wantsName else { return names }
        names.append(token.text)
        wantsName = false
      }
    }
    return names
  }
}
