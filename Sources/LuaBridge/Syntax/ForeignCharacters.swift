public import Report

/// Characters outside strings that Lua does not know: full-width punctuation of an input method, Chinese names of
/// variables.
struct ForeignCharacters {
  let what: Text
  let line: Int
  /// The line with the characters replaced, when that makes it Lua.
  let remedy: String?

  /// nil when all characters outside strings and comments are Lua's.
  init?(_ source: Source) {
    guard source.text.utf8.contains(where: { $0 >= 0x80 }) else { return nil }
    let tokens = LuaLexer.tokens(source.text)
    let repair = Repair(source.text, tokens)
    let foreign = tokens.first {
      [.foreign, .curlyString].contains($0.kind) || $0.kind == .unfinished && repair.text != nil
    }
    let refused = WideNames(source.text, tokens).refused.first
    guard
      let first = [foreign, refused].compactMap({ $0 }).min(by: { $0.range.lowerBound < $1.range.lowerBound })
    else { return nil }
    let line = first.line
    self.line = line
    if first == refused {
      what = ForeignCharacters.noVariable(first.text)
      remedy = nil
      return
    }
    let list = (repair.replaced.isEmpty ? [first.text] : repair.replaced).joined(separator: " ")
    what =
      repair.replaced.isEmpty
      ? Text(en: "\(list) outside a string is no Lua", zh: "字符串之外的 \(list) 不是 Lua 符号")
      : Text(en: "full-width \(list) outside a string", zh: "字符串之外有全角符号 \(list)")
    let lines = repair.text?.split(separator: "\n", omittingEmptySubsequences: false)
    remedy = lines.flatMap { $0.count >= line ? $0[line - 1].trimmed : nil }
  }

  private static func noVariable(_ name: String) -> Text {
    Text(
      en: "\(name) cannot name a variable: use a-z, 0-9 and _, or a field such as t.\(name)",
      zh: "变量名不能是 \(name)：请用英文字母、数字和 _，或写成字段，如 t.\(name)")
  }
}

/// What an input method turned into something that is no Lua.
public enum LuaRepair {
  /// The source as it was meant, when full-width characters are all that is wrong with it.
  public static func repaired(_ source: String) -> String? { Repair(source).text }

  /// What is wrong with the characters of the source, in words; nil when they are Lua's.
  public static func complaint(about source: String) -> Fault? {
    ForeignCharacters(Source(source)).map { Fault(.usage, $0.what, try: $0.remedy) }
  }
}

extension Substring {
  fileprivate var trimmed: String {
    var text = self.drop { $0 == " " || $0 == "\t" }
    while let last = text.last, last == " " || last == "\t" { text.removeLast() }
    return String(text)
  }
}
