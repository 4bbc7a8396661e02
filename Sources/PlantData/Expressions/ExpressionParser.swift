internal import Report

/// Reads an expression by Lua's grammar and its operator priorities (precedence climbing, as in Lua's own
/// `lparser.c`, `subexpr`).
struct ExpressionParser {
  private let source: ExpressionSource
  private let tokens: [Token]
  private var at = 0
  private var depth = 0

  private static let unaryBinding = 12
  /// Deeper than any technician writes, shallow enough for any thread's stack.
  private static let deepest = 120
  private static let longest = 2000

  static func parse(_ source: ExpressionSource) throws -> Syntax {
    var parser = ExpressionParser(source: source, tokens: try Lexer.tokens(of: source))
    guard parser.tokens.count <= longest else {
      throw source.fault(
        .limit, at: parser.tokens[longest].range, en: "the expression has more than \(longest) words",
        zh: "表达式超过 \(longest) 个词")
    }
    let syntax = try parser.expression(above: 0)
    guard parser.tokens[parser.at].kind == .end else {
      throw parser.unexpected(
        en: "the expression should end here" + parser.hint.en, zh: "表达式应在此结束" + parser.hint.zh)
    }
    return syntax
  }

  private init(source: ExpressionSource, tokens: [Token]) {
    self.source = source
    self.tokens = tokens
  }

  private var token: Token { tokens[at] }

  private func unexpected(en: String, zh: String) -> Fault {
    let seen = token.kind == .end ? token.range.lowerBound..<token.range.lowerBound + 1 : token.range
    return source.fault(.usage, at: seen, en: en, zh: zh)
  }

  /// SQL's AND, `between` and the like are words of another language.
  private var hint: Text {
    guard case .name(let name) = token.kind, let near = nearest(to: name, among: ["and", "or"]).first else {
      return Text("")
    }
    return Text(en: " · did you mean \(near)?", zh: " · 是不是 \(near)？")
  }

  private mutating func take(_ symbol: String) -> Bool {
    guard token.kind == .symbol(symbol) else { return false }
    at += 1
    return true
  }

  private mutating func expect(_ symbol: String) throws {
    guard take(symbol) else { throw unexpected(en: "'\(symbol)' is missing here", zh: "此处缺少“\(symbol)”") }
  }

  private func binary(_ token: Token) -> BinaryOperator? {
    switch token.kind {
    case .symbol(let sign): BinaryOperator(rawValue: sign)
    case .name("and"): .and
    case .name("or"): .or
    default: nil
    }
  }

  private func unary(_ token: Token) -> UnaryOperator? {
    switch token.kind {
    case .symbol("-"): .negate
    case .symbol("#"): .length
    case .name("not"): .not
    default: nil
    }
  }

  private mutating func expression(above limit: Int) throws -> Syntax {
    depth += 1
    defer { depth -= 1 }
    guard depth <= ExpressionParser.deepest else { throw tooDeep() }
    var left: Syntax
    if let sign = unary(token) {
      let range = token.range
      at += 1
      left = .unary(sign, try expression(above: ExpressionParser.unaryBinding), range)
    } else {
      left = try primary()
    }
    while let sign = binary(token), sign.binding.left > limit {
      let range = token.range
      at += 1
      left = .binary(sign, left, try expression(above: sign.binding.right), range)
    }
    return left
  }

  private func tooDeep() -> Fault {
    unexpected(
      en: "the expression is nested too deeply · give parts of it a name with with{}",
      zh: "表达式嵌套过深 · 请用 with{} 把其中一部分单独命名")
  }

  private mutating func primary() throws -> Syntax {
    let token = token
    switch token.kind {
    case .integer(let value):
      at += 1
      return .integer(value, token.range)
    case .number(let value):
      at += 1
      return .number(value, token.range)
    case .text(let text):
      at += 1
      return .text(text, token.range)
    case .quotedName(let name):
      at += 1
      return .column(name, token.range)
    case .symbol("("):
      at += 1
      let inner = try expression(above: 0)
      try expect(")")
      return inner
    case .name("true"), .name("false"):
      at += 1
      return .bool(token.kind == .name("true"), token.range)
    case .name("nil"):
      at += 1
      return .null(token.range)
    case .name(let name) where binary(token) == nil && unary(token) == nil:
      at += 1
      return try named(name, token.range)
    default:
      throw unexpected(en: "a value is missing here", zh: "此处缺少一个值")
    }
  }

  /// A column, `col["any name"]`, or a call.
  private mutating func named(_ name: String, _ range: Range<Int>) throws -> Syntax {
    if name == "col", take("[") {
      guard case .text(let column) = token.kind else {
        throw unexpected(en: "the column's name in quotes is missing here", zh: "此处应为带引号的列名")
      }
      at += 1
      try expect("]")
      return .column(column, range.lowerBound..<tokens[at - 1].range.upperBound)
    }
    guard take("(") else { return .column(name, range) }
    var arguments: [Syntax] = []
    if !take(")") {
      repeat { arguments.append(try expression(above: 0)) } while take(",")
      try expect(")")
    }
    return .call(name, arguments, range)
  }
}
