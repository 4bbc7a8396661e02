internal import LuaBridge
internal import Report

/// A text or a list of texts: `"unique"`, `{ "not null", "unique" }`.
struct TextOrTexts: LuaReadable {
  let texts: [String]

  static var luaKind: LuaKind {
    LuaKind(Text(en: "string or list of strings", zh: "字符串或字符串列表"), plural: "strings or lists of strings")
  }

  static func read(_ state: LuaState, _ index: Int32) throws -> TextOrTexts? {
    if let text = String.read(state, index) { return TextOrTexts(texts: [text]) }
    return try [String].read(state, index).map(TextOrTexts.init)
  }
}
