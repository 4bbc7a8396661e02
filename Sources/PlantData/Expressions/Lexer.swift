internal import Report

/// Cuts an expression into tokens by Lua's rules, with names in any letters.
struct Lexer {
  let source: ExpressionSource
  private var at = 0

  init(_ source: ExpressionSource) { self.source = source }

  private static let symbols: Set<String> = [
    "+", "-", "*", "/", "//", "%", "^", "..", "==", "~=", "<", "<=", ">", ">=", "(", ")", "[", "]", ",", "#",
  ]
  /// Full-width signs an input method types, and what they stand for.
  private static let fullWidth: [Unicode.Scalar: String] = [
    "（": "(", "）": ")", "，": ",", "＞": ">", "＜": "<", "＝": "=", "＋": "+", "－": "-", "×": "*", "÷": "/",
    "“": "\"", "”": "\"", "‘": "'", "’": "'", "％": "%", "≥": ">=", "≤": "<=", "≠": "~=", "。": ".", "；": ";",
    "：": ":", "、": ",", "！": "!", "［": "[", "］": "]", "＊": "*", "／": "/", "＃": "#",
  ]

  static func tokens(of source: ExpressionSource) throws -> [Token] {
    var lexer = Lexer(source)
    var tokens: [Token] = []
    repeat { tokens.append(try lexer.next()) } while tokens.last?.kind != .end
    return tokens
  }

  private func peek(_ ahead: Int = 0) -> Unicode.Scalar? {
    at + ahead < source.scalars.count ? source.scalars[at + ahead] : nil
  }

  private mutating func next() throws -> Token {
    while let space = peek(), space.properties.isWhitespace { at += 1 }
    let start = at
    guard let first = peek() else { return Token(kind: .end, range: start..<start) }
    if first.isDigit || (first == "." && peek(1)?.isDigit == true) { return try number() }
    if first == "\"" || first == "'" { return try text(until: first) }
    if first == "`" { return try quotedName() }
    if let meant = Lexer.fullWidth[first] {
      throw source.fault(
        .usage, at: start..<start + 1, en: "full-width \(first) · type \(meant)",
        zh: "全角符号 \(first) · 请改用半角 \(meant)")
    }
    if first.startsName { return name() }
    for length in [2, 1] where start + length <= source.scalars.count {
      let sign = source.words(start..<start + length)
      if Lexer.symbols.contains(sign) {
        at += length
        return Token(kind: .symbol(sign), range: start..<at)
      }
    }
    throw unexpected(first, at: start)
  }

  private func unexpected(_ sign: Unicode.Scalar, at start: Int) -> Fault {
    let meant: String? =
      switch (sign, start + 1 < source.scalars.count ? source.scalars[start + 1] : nil) {
      case ("=", _): "=="
      case ("!", "="): "~="
      case ("!", _): "not"
      case ("&", _): "and"
      case ("|", _): "or"
      default: nil
      }
    let offer = meant.map { Text(en: " · did you mean \($0)?", zh: " · 是否想写 \($0)？") } ?? Text("")
    return source.fault(
      .usage, at: start..<start + 1, en: "'\(sign)' has no meaning here" + offer.en,
      zh: "此处不能出现“\(sign)”" + offer.zh)
  }

  private mutating func name() -> Token {
    let start = at
    while let letter = peek() {
      let dotted = letter == "." && peek(1)?.startsName == true
      guard letter.continuesName || dotted else { break }
      at += 1
    }
    return Token(kind: .name(source.words(start..<at)), range: start..<at)
  }

  private mutating func quotedName() throws -> Token {
    let start = at
    at += 1
    while let letter = peek(), letter != "`" { at += 1 }
    guard peek() == "`" else { throw unfinished(start, "`") }
    at += 1
    return Token(kind: .quotedName(source.words(start + 1..<at - 1)), range: start..<at)
  }

  private func unfinished(_ start: Int, _ quote: Unicode.Scalar) -> Fault {
    source.fault(
      .usage, at: start..<start + 1, en: "this \(quote) has no second one to end the text",
      zh: "这个 \(quote) 没有配对的结束符")
  }
}

extension Lexer {
  private mutating func number() throws -> Token {
    let start = at
    if peek() == "0", peek(1) == "x" || peek(1) == "X" {
      at += 2
      while let digit = peek(), digit.properties.isASCIIHexDigit { at += 1 }
      let digits = source.words(start + 2..<at)
      guard let value = UInt64(digits.suffix(16), radix: 16), peek()?.continuesName != true else {
        throw malformed(start)
      }
      return Token(kind: .integer(Int64(bitPattern: value)), range: start..<at)
    }
    while peek()?.isDigit == true { at += 1 }
    if peek() == ".", peek(1) != "." {
      at += 1
      while peek()?.isDigit == true { at += 1 }
    }
    if peek() == "e" || peek() == "E" {
      at += 1
      if peek() == "+" || peek() == "-" { at += 1 }
      while peek()?.isDigit == true { at += 1 }
    }
    let digits = source.words(start..<at)
    guard peek()?.continuesName != true else { throw malformed(start) }
    if let whole = Int64(digits) { return Token(kind: .integer(whole), range: start..<at) }
    let complete = (digits.hasPrefix(".") ? "0" : "") + digits + (digits.hasSuffix(".") ? "0" : "")
    guard let value = Double(complete) else { throw malformed(start) }
    return Token(kind: .number(value), range: start..<at)
  }

  private func malformed(_ start: Int) -> Fault {
    let end = min(source.scalars.count, at + 1)
    return source.fault(
      .usage, at: start..<end, en: "'\(source.words(start..<end))' is not a number",
      zh: "“\(source.words(start..<end))”不是数字")
  }

  private mutating func text(until quote: Unicode.Scalar) throws -> Token {
    let start = at
    var text = String.UnicodeScalarView()
    at += 1
    while let letter = peek(), letter != quote {
      at += 1
      guard letter == "\\" else {
        text.append(letter)
        continue
      }
      guard let escaped = peek() else { break }
      at += 1
      switch escaped {
      case "n": text.append("\n")
      case "t": text.append("\t")
      case "r": text.append("\r")
      case "\\", "'", "\"": text.append(escaped)
      default:
        throw source.fault(
          .usage, at: at - 2..<at, en: "'\\\(escaped)' is no escape · write \\\\ for a backslash",
          zh: "“\\\(escaped)”不是转义字符 · 反斜杠请写成 \\\\")
      }
    }
    guard peek() == quote else { throw unfinished(start, quote) }
    at += 1
    return Token(kind: .text(String(text)), range: start..<at)
  }
}

extension Unicode.Scalar {
  var isDigit: Bool { value >= 48 && value <= 57 }
  var startsName: Bool { self == "_" || properties.isAlphabetic || (value > 127 && properties.isXIDStart) }
  var continuesName: Bool {
    self == "_" || isDigit || properties.isAlphabetic || (value > 127 && properties.isXIDContinue)
      || "℃℉°²³".unicodeScalars.contains(self)
  }
}
