/// Constants of other languages, that Lua would take for variables without a value.
enum Constants {
  static let here = [
    "True": "true", "TRUE": "true", "False": "false", "FALSE": "false", "None": "nil", "null": "nil",
    "NULL": "nil",
    "Null": "nil", "undefined": "nil", "NaN": "0/0", "Nil": "nil",
  ]

  /// The constants that stand in a source as values, neither set in it nor fields of something.
  static func used(in tokens: [LuaToken]) -> [LuaToken] {
    tokens.indices.compactMap { k in
      let token = tokens[k]
      guard token.kind == .name, here[token.text] != nil else { return nil }
      let before = k > 0 ? tokens[k - 1].text : "", after = k + 1 < tokens.count ? tokens[k + 1].text : ""
      if [".", ":", "local", "function", "goto", "::"].contains(before) || after == "=" { return nil }
      return token
    }
  }

  static func replaced(in source: String) -> String {
    used(in: LuaLexer.tokens(source)).compactMap { token in here[token.text].map { Edit(token.range, $0) } }
      .applied(to: source)
  }
}
