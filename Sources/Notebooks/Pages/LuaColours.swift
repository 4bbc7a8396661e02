internal import LuaBridge
internal import Plotting

/// Lua source as HTML with a class for each kind of word.
enum LuaColours {
  static func html(_ source: String) -> String {
    let bytes = Array(source.utf8)
    var html = ""
    var place = 0
    for token in LuaLexer.tokens(source) {
      html += String(decoding: bytes[place..<token.range.lowerBound], as: UTF8.self).escapedLines
      place = token.range.upperBound
      let text = token.text.escapedLines
      html += name(token.kind).map { "<span class=\"\($0)\">\(text)</span>" } ?? text
    }
    return html + String(decoding: bytes[place...], as: UTF8.self).escapedLines
  }

  private static func name(_ kind: LuaToken.Kind) -> String? {
    switch kind {
    case .keyword: "k"
    case .number: "m"
    case .string: "s"
    case .comment: "c"
    default: nil
    }
  }
}
