internal import Report

/// What a name without a value was meant to be, told from the line it stands in.
struct Guess {
  /// " · did you mean 'speed'?", empty when nothing comes near.
  let hint: Text

  /// - Parameters:
  ///   - tokens: the words of the line or entry.
  ///   - locals: names of local variables alive there.
  init(_ name: String, in tokens: [LuaToken], locals: [String] = [], lua: Interpreter) {
    if let here = ForeignNames.meant(by: name, in: tokens, lua: lua) {
      hint = Text(en: " · here it is \(here)", zh: " · 这里写作 \(here)")
      return
    }
    if let quoted = Guess.quoted(name, tokens, lua) {
      hint = Text(en: " · did you mean \(quoted)?", zh: " · 是不是 \(quoted)？")
      return
    }
    hint = LuaBridge.hint(name, among: lua.globalNames + locals, quote: "")
  }

  /// The name in quotes, with what it is compared with, where it is a column of a table in the line or a file.
  private static func quoted(_ name: String, _ tokens: [LuaToken], _ lua: Interpreter) -> String? {
    guard let place = tokens.indices.first(where: { tokens[$0].text == name && tokens[$0].kind == .name })
    else {
      return nil
    }
    if place + 2 < tokens.count, tokens[place + 1].text == "." {
      let file = name + "." + tokens[place + 2].text
      if nearestFiles(to: file, most: 1) == [file] { return "\"\(file)\"" }
    }
    let isColumn = tokens.contains { token in
      guard token.kind == .name, case .object(_, let fields)? = lua.target(of: [token.text]) else {
        return false
      }
      return fields.contains(name)
    }
    guard isColumn else { return nil }
    let before =
      tokens[..<place].lastIndex { ["(", ",", "{", "="].contains($0.text) }.map { $0 + 1 } ?? place
    let after = tokens[place...].firstIndex { [")", ",", "}"].contains($0.text) } ?? place + 1
    return "\"" + tokens[before..<max(after, place + 1)].map(\.text).joined(separator: " ") + "\""
  }
}
