internal import LuaBridge

extension Session {
  /// Runs a notebook's cell: statements, the last of which may be an expression, whose value is shown as at the
  /// prompt. `? name` asks for help.
  ///
  ///     session.evaluate(cell: "t = data.csv 'line3.csv'\nt").values      // the table
  public func evaluate(cell source: String, name: String? = nil) -> Outcome {
    let words = source.trimmingSpaces
    if words.hasPrefix("?"), !words.contains("\n") { return evaluate(Session.helpCall(words), name: name) }
    return evaluate(LastExpression(source).returned { isComplete($0) == .complete } ?? source, name: name)
  }

  /// `? data.csv` as the call `help("data.csv", { brief = true })`, `??data.csv` in full, `?` alone as `help()`.
  public static func helpCall(_ entry: String) -> String {
    let word = entry.drop { $0 == "?" || $0 == " " }
    guard !word.isEmpty else { return "help()" }
    let quoted = "\"" + word.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    return entry.hasPrefix("??") ? "help(\(quoted))" : "help(\(quoted), { brief = true })"
  }
}

/// A chunk whose last statement could be an expression.
struct LastExpression {
  private let bytes: [UInt8]
  /// Where statements may start: words outside every bracket and block, the last first.
  private let starts: [Int]

  init(_ source: String) {
    bytes = Array(source.utf8)
    let tokens = LuaLexer.tokens(source).filter { $0.kind != .comment }
    var starts: [Int] = []
    var depth = 0
    for (k, token) in tokens.enumerated() {
      let before = k > 0 ? tokens[k - 1] : nil
      if depth == 0, LastExpression.canStart(token, after: before) {
        starts.append(token.range.lowerBound)
      }
      guard token.kind == .keyword || token.kind == .symbol else { continue }
      switch token.text {
      case "function", "do", "then", "repeat", "(", "{", "[": depth += 1
      case "end", "until", ")", "}", "]", "elseif": depth -= 1
      case "else": break
      default: break
      }
    }
    self.starts = starts.reversed()
  }

  /// A bracket, a text or a sign may go on with the expression before it; `#` never does.
  private static func canStart(_ token: LuaToken, after before: LuaToken?) -> Bool {
    switch token.kind {
    case .name, .number: true
    case .keyword: ["nil", "true", "false", "not", "function"].contains(token.text)
    case .symbol where token.text == "#": true
    case .symbol, .string: before == nil || before?.text == ";"
    default: false
    }
  }

  /// The chunk with `return` before its last expression; nil when its last statement is none.
  ///
  /// - Parameter compiles: whether a chunk is whole.
  func returned(where compiles: (String) -> Bool) -> String? {
    for start in starts.prefix(20) where start > 0 {
      let text =
        String(decoding: bytes[..<start], as: UTF8.self) + "return "
        + String(decoding: bytes[start...], as: UTF8.self)
      if compiles(text) { return text }
    }
    return nil
  }
}
