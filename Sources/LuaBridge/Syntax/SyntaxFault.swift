internal import Report

/// A chunk that Lua cannot compile: its message in both languages, with the line and a caret under the word.
struct SyntaxFault {
  let fault: Fault

  /// - Parameter message: Lua's own, `name:3: unexpected symbol near '}'`.
  init(_ message: String, in source: Source, name: String, isFile: Bool, lua: Interpreter) {
    if let foreign = ForeignCharacters(source) {
      let line = foreign.line
      fault = Fault(
        .usage, foreign.what,
        at: isFile ? Place(file: name, line: line) : source.lines.count > 1 ? Place(line: line) : nil,
        try: foreign.remedy)
      return
    }
    let (line, what) = SyntaxFault.split(SyntaxFault.asTyped(message, source), name: name)
    let correction = lua.correction(of: source.text, message: what, line: line)
    let words = correction?.what ?? SyntaxFault.translated(what)
    var excerpt = ""
    if line >= 1, line <= source.lines.count {
      let text = String(source.lines[line - 1])
      let column = SyntaxFault.column(of: what, in: text)
      excerpt = "\n  " + text + "\n  " + String(repeating: " ", count: column) + "^"
    }
    let place = isFile ? Place(file: name, line: line) : source.lines.count > 1 ? Place(line: line) : nil
    let corrected = correction?.source.flatMap { source.lines.count == 1 && $0.count <= 160 ? $0 : nil }
    fault = Fault(.usage, words + Text(corrected == nil ? excerpt : ""), at: place, try: corrected)
  }

  /// Lua's message with a name as it was typed: Lua saw `["温度"]` for `.温度` (`WideNames`).
  private static func asTyped(_ message: String, _ source: Source) -> String {
    guard let near = message.range(of: " near '[\""), message.hasSuffix("\"]'") || message.hasSuffix("\"'")
    else {
      return message
    }
    let name = message[near.upperBound...].prefix { $0 != "\"" }
    return message[..<near.lowerBound] + " near '\(name)'"
  }

  private static func split(_ message: String, name: String) -> (line: Int, what: String) {
    guard let numbered = afterChunk(message) else { return (0, message) }
    return numbered
  }

  /// Display columns before the word that Lua stopped at: after `near`, else the line's end.
  private static func column(of what: String, in line: String) -> Int {
    let end = line.displayWidth
    guard let near = what.range(of: " near '"), what.hasSuffix("'") else { return end }
    let word = String(what[near.upperBound...].dropLast())
    guard !word.isEmpty, let place = line.lastRange(of: word) else { return end }
    return line[..<place.lowerBound].displayWidth
  }

  private static func translated(_ what: String) -> Text {
    var front = what, near = Text("")
    if let range = what.range(of: " near ") {
      front = String(what[..<range.lowerBound])
      let word = String(what[range.upperBound...])
      near =
        word == "<eof>"
        ? Text(en: " at the end", zh: "，在末尾处") : Text(en: " near \(word)", zh: "，在 \(word) 附近")
    }
    return Text(en: front, zh: chinese(front)) + near
  }

  private static func chinese(_ english: String) -> String {
    if let known = fixed[english] { return known }
    if let range = english.range(of: " expected (to close ") {
      let what = english[..<range.lowerBound]
      let rest = english[range.upperBound...].dropLast()
      if let at = rest.range(of: " at line ") {
        return "缺少 \(what)（用来结束第 \(rest[at.upperBound...]) 行的 \(rest[..<at.lowerBound])）"
      }
    }
    if english.hasSuffix(" expected") { return "缺少 \(english.dropLast(9))" }
    if english.hasPrefix("no visible label ") { return "找不到标签 \(english.dropFirst(17))" }
    if english.hasPrefix("attempt to assign to const variable ") {
      return "不能给常量 \(english.dropFirst(36)) 赋值"
    }
    return "语法错误：\(english)"
  }

  private static let fixed = [
    "unexpected symbol": "此处的符号不对", "syntax error": "语法错误", "unfinished string": "字符串没有结束",
    "unfinished long string": "长字符串没有结束", "unfinished long comment": "长注释没有结束",
    "malformed number": "数字写法不对", "<name> expected": "此处应为名称", "invalid escape sequence": "无效的转义序列",
    "cannot use '...' outside a vararg function": "'...' 只能用在可变参数函数中",
    "<eof> expected": "前面的语句已结束，后面多出了内容", "'=' expected": "缺少 '='",
    "'=' or 'in' expected": "for 后面缺少 '=' 或 'in'", "function arguments expected": "此处应为函数参数",
  ]
}

/// The line and the rest of `chunk:12: words`; nil when the message has no such start.
func afterChunk(_ message: String) -> (line: Int, what: String)? {
  var rest = message[...]
  while let colon = rest.firstIndex(of: ":") {
    let after = rest[rest.index(after: colon)...]
    let digits = after.prefix { $0.isASCII && $0.isNumber }
    if let line = Int(digits), after.dropFirst(digits.count).hasPrefix(": ") {
      return (line, String(after.dropFirst(digits.count + 2)))
    }
    rest = after
  }
  return nil
}
