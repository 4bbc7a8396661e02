/// Source with the characters of an input method replaced by Lua's: `print（“abc”，1）` becomes
/// `print("abc",1)`. Strings and comments stay as they are.
struct Repair {
  /// The repaired source; nil when nothing was replaced, or when something stays that Lua does not know.
  let text: String?
  /// What was replaced, each once, as it is shown.
  let replaced: [String]

  init(_ source: String) { self.init(source, LuaLexer.tokens(source)) }

  init(_ source: String, _ tokens: [LuaToken]) {
    guard tokens.contains(where: { [.foreign, .curlyString, .unfinished].contains($0.kind) }) else {
      (text, replaced) = (nil, [])
      return
    }
    var text = source
    var replaced: [String] = []
    // Closing a string with another quote changes what follows: each round mends one such place at least.
    for _ in 0..<64 {
      let next = Repair.round(text, &replaced)
      if next == text { break }
      text = next
    }
    let isWhole = !LuaLexer.tokens(text).contains { $0.kind == .foreign || $0.kind == .curlyString }
    self.text = isWhole && text != source ? text : nil
    self.replaced = replaced
  }

  private static func round(_ source: String, _ replaced: inout [String]) -> String {
    let tokens = LuaLexer.tokens(source)
    var bytes = Array(source.utf8)
    var changes: [(range: Range<Int>, text: String)] = []
    for token in tokens {
      switch token.kind {
      case .curlyString:
        changes.append((token.range, quoted(token.text)))
        note([token.text.first, token.text.last].compactMap { $0 }.filter { !$0.isASCII }, &replaced)
      case .foreign:
        guard let half = half(token, in: bytes) else { continue }
        changes.append((token.range, half))
        note(Array(token.text), &replaced)
      case .unfinished:
        guard let (range, quote) = curlyEnd(token) else { continue }
        note(["”"], &replaced)
        bytes.replaceSubrange(range, with: quote.utf8)
        return String(decoding: bytes, as: UTF8.self)
      default: continue
      }
    }
    for change in changes.reversed() { bytes.replaceSubrange(change.range, with: Array(change.text.utf8)) }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func note(_ characters: [Character], _ replaced: inout [String]) {
    for character in characters {
      let scalar = character.unicodeScalars.first?.value ?? 0
      let shown =
        scalar == 0x3000 || !invisible.isDisjoint(with: character.unicodeScalars)
        ? "U+" + String(repeating: "0", count: max(0, 4 - String(scalar, radix: 16).count))
          + String(scalar, radix: 16, uppercase: true) : String(character)
      if !replaced.contains(shown) { replaced.append(shown) }
    }
  }

  /// `“a”` as `"a"`; with straight quotes inside as `'a'`.
  private static func quoted(_ curly: String) -> String {
    let inner = String(curly.dropFirst().dropLast())
    guard inner.contains("\"") else { return "\"\(inner)\"" }
    return inner.contains("'") ? "\"" + inner.replacing("\"", with: "\\\"") + "\"" : "'\(inner)'"
  }

  /// The curly quote that was to end a string begun with a straight one.
  private static func curlyEnd(_ token: LuaToken) -> (Range<Int>, quote: String)? {
    guard let quote = token.text.first, quote == "\"" || quote == "'" else { return nil }
    let ends: [Character] = quote == "\"" ? ["”", "“"] : ["’", "‘"]
    guard let end = token.text.firstIndex(where: { ends.contains($0) }) else { return nil }
    let start = token.range.lowerBound + token.text[..<end].utf8.count
    return (start..<start + token.text[end].utf8.count, String(quote))
  }

  private static func half(_ token: LuaToken, in bytes: [UInt8]) -> String? {
    let rest = bytes[token.range.upperBound...]
    let meetsEquals = rest.first == UInt8(ascii: "=") || rest.starts(with: "＝".utf8)
    if token.text == "！" || token.text == "≠" { return token.text == "≠" ? "~=" : meetsEquals ? "~" : "not " }
    if token.text == "…" { return rest.starts(with: "…".utf8) ? "" : "..." }
    if let half = halves[token.text] { return half }
    guard let scalar = token.text.unicodeScalars.first else { return nil }
    if invisible.contains(scalar) { return scalar == "\u{A0}" ? " " : "" }
    // Full-width forms stand in the order of ASCII.
    guard (0xFF01...0xFF5E).contains(scalar.value), let ascii = Unicode.Scalar(scalar.value - 0xFEE0) else {
      return nil
    }
    return String(Character(ascii))
  }

  private static let invisible: Set<Unicode.Scalar> = [
    "\u{A0}", "\u{200B}", "\u{200C}", "\u{200D}", "\u{2060}", "\u{FEFF}",
  ]

  private static let halves = [
    "“": "\"", "”": "\"", "‘": "'", "’": "'", "【": "[", "】": "]", "「": "\"", "」": "\"", "。": ".", "、": ",",
    "　": " ", "《": "<", "》": ">", "—": "-", "–": "-", "−": "-", "×": "*", "÷": "/", "≤": "<=", "≥": ">=",
  ]
}
