internal import Report

/// Characters outside strings that Lua does not know: full-width punctuation of an input method, Chinese names.
struct ForeignCharacters {
  let what: Text
  let line: Int
  /// The entry with the punctuation replaced, when that makes it Lua.
  let remedy: String?

  private static let halves: [Character: Character] = [
    "（": "(", "）": ")", "，": ",", "；": ";", "：": ":", "“": "\"", "”": "\"", "‘": "'", "’": "'", "＝": "=",
    "｛": "{", "｝": "}", "［": "[", "］": "]", "．": ".", "＋": "+", "－": "-", "＊": "*", "／": "/", "＜": "<",
    "＞": ">", "＃": "#", "【": "[", "】": "]", "。": ".", "　": " ", "～": "~", "％": "%",
  ]

  /// nil when all characters outside strings and comments are Lua's.
  init?(_ source: Source) {
    let tokens = LuaLexer.tokens(source.text).filter { $0.kind == .foreign }
    guard let first = tokens.first else { return nil }
    line = first.line
    var wide: [String] = []
    for character in tokens.flatMap({ Array($0.text) }) where ForeignCharacters.halves[character] != nil {
      if !wide.contains(String(character)) { wide.append(String(character)) }
    }
    guard !wide.isEmpty else {
      let word = first.text
      what = Text(
        en: "\(word) outside a string; Lua names are letters, digits and _, a column is t[\"\(word)\"]",
        zh: "\(word) 在字符串之外；Lua 的名称只能用字母、数字和 _，列请写成 t[\"\(word)\"]")
      remedy = nil
      return
    }
    let list = wide.joined(separator: " ")
    what = Text(en: "full-width \(list) outside a string", zh: "字符串之外有全角符号 \(list)")
    remedy = source.lines.count == 1 ? ForeignCharacters.halved(source.text, tokens) : nil
  }

  private static func halved(_ text: String, _ tokens: [LuaToken]) -> String {
    var bytes = Array(text.utf8)
    for token in tokens.reversed() {
      let replaced = String(token.text.map { halves[$0] ?? $0 })
      bytes.replaceSubrange(token.range, with: Array(replaced.utf8))
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
