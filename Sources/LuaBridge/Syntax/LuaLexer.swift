/// Splits Lua source into words (Lua 5.4 manual, section 3.1). It never fails: what Lua would refuse is a token of
/// its own kind, so that half-typed lines can be coloured and completed.
public struct LuaLexer {
  private let bytes: [UInt8]
  private var position = 0
  private var line = 1

  private init(_ source: String) { bytes = Array(source.utf8) }

  /// All tokens of the source, comments included.
  public static func tokens(_ source: String) -> [LuaToken] {
    var lexer = LuaLexer(source)
    var tokens: [LuaToken] = []
    while let token = lexer.next() { tokens.append(token) }
    return tokens
  }

  private mutating func next() -> LuaToken? {
    while position < bytes.count, isSpace(bytes[position]) { advance() }
    guard position < bytes.count else { return nil }
    let start = position, startLine = line
    let kind = take()
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    return LuaToken(
      kind: kind == .name && luaKeywords.contains(text) ? .keyword : kind, range: start..<position,
      text: text,
      line: startLine)
  }

  private mutating func take() -> LuaToken.Kind {
    let byte = bytes[position]
    switch byte {
    case UInt8(ascii: "-") where peek(1) == UInt8(ascii: "-"): return comment()
    case UInt8(ascii: "\""), UInt8(ascii: "'"): return quoted(byte)
    case UInt8(ascii: "[") where longLevel() != nil: return long(.string)
    case UInt8(ascii: "0")...UInt8(ascii: "9"): return number()
    case UInt8(ascii: ".") where isDigit(peek(1)): return number()
    default: break
    }
    if isLetter(byte) || byte >= 0x80 { return word() }
    return symbol()
  }

  /// A name, also one with letters that Lua does not know; otherwise one character that it does not know.
  private mutating func word() -> LuaToken.Kind {
    var isWide = false
    let start = position
    while position < bytes.count {
      if isLetter(bytes[position]) || isDigit(bytes[position]) {
        position += 1
      } else if let (scalar, length) = scalar(), scalar.isWideNamePart {
        isWide = true
        position += length
      } else {
        break
      }
    }
    guard position == start else { return isWide ? .wideName : .name }
    guard let (scalar, length) = scalar() else {
      position += 1
      return .foreign
    }
    if scalar.isCurlyQuote, let end = curlyEnd(after: length) {
      position = end
      return .curlyString
    }
    position += length
    return .foreign
  }

  /// The character here that is not ASCII, and its bytes.
  private func scalar() -> (Unicode.Scalar, length: Int)? {
    guard bytes[position] >= 0x80 else { return nil }
    let length = bytes[position] >= 0xF0 ? 4 : bytes[position] >= 0xE0 ? 3 : 2
    guard position + length <= bytes.count else { return nil }
    return String(decoding: bytes[position..<position + length], as: UTF8.self).unicodeScalars.first.map {
      ($0, length)
    }
  }

  /// The end of a string that begins with a curly quote: the next curly quote of the same width on the line, or a
  /// straight one where that would begin another string.
  private func curlyEnd(after length: Int) -> Int? {
    let isDouble =
      bytes[position..<position + length].elementsEqual("“".utf8)
      || bytes[position..<position + length].elementsEqual("”".utf8)
    let quotes = (isDouble ? ["”", "“", "\""] : ["’", "‘", "'"]).map { Array($0.utf8) }
    var straight: Int?
    var end = position + length
    while end < bytes.count, bytes[end] != UInt8(ascii: "\n") {
      if bytes[end...].starts(with: quotes[0]) { return end + quotes[0].count }
      if bytes[end...].starts(with: quotes[1]) { return straight ?? end + quotes[1].count }
      if straight == nil, bytes[end...].starts(with: quotes[2]) { straight = end + 1 }
      end += 1
    }
    return straight
  }

  private mutating func comment() -> LuaToken.Kind {
    position += 2
    if position < bytes.count, bytes[position] == UInt8(ascii: "["), longLevel() != nil {
      return long(.comment)
    }
    while position < bytes.count, bytes[position] != UInt8(ascii: "\n") { position += 1 }
    return .comment
  }

  private mutating func quoted(_ quote: UInt8) -> LuaToken.Kind {
    position += 1
    while position < bytes.count {
      let byte = bytes[position]
      if byte == quote {
        position += 1
        return .string
      }
      if byte == UInt8(ascii: "\n") { return .unfinished }
      if byte == UInt8(ascii: "\\") {
        advance()
        if position < bytes.count, bytes[position] == UInt8(ascii: "z") {
          advance()
          while position < bytes.count, isSpace(bytes[position]) { advance() }
          continue
        }
      }
      if position < bytes.count { advance() }
    }
    return .unfinished
  }

  /// The number of equals signs of `[==[` here, nil when none starts.
  private func longLevel() -> Int? {
    var ahead = 1
    while peek(ahead) == UInt8(ascii: "=") { ahead += 1 }
    return peek(ahead) == UInt8(ascii: "[") ? ahead - 1 : nil
  }

  private mutating func long(_ kind: LuaToken.Kind) -> LuaToken.Kind {
    let level = longLevel() ?? 0
    position += level + 2
    let end = [UInt8(ascii: "]")] + Array(repeating: UInt8(ascii: "="), count: level) + [UInt8(ascii: "]")]
    while position < bytes.count {
      if bytes[position...].starts(with: end) {
        position += end.count
        return kind
      }
      advance()
    }
    return .unfinished
  }

  private mutating func number() -> LuaToken.Kind {
    let isHex = bytes[position] == UInt8(ascii: "0") && (peek(1) | 0x20) == UInt8(ascii: "x")
    let exponent = UInt8(ascii: isHex ? "p" : "e")
    while position < bytes.count {
      let byte = bytes[position]
      if byte | 0x20 == exponent, peek(1) == UInt8(ascii: "+") || peek(1) == UInt8(ascii: "-") {
        position += 1
      }
      guard isLetter(byte) || isDigit(byte) || byte == UInt8(ascii: ".") else { break }
      position += 1
    }
    return .number
  }

  private mutating func symbol() -> LuaToken.Kind {
    let first = bytes[position], second = peek(1)
    switch first {
    case UInt8(ascii: ".") where second == first: position += peek(2) == first ? 3 : 2
    case UInt8(ascii: "="), UInt8(ascii: "~"), UInt8(ascii: "<"), UInt8(ascii: ">"):
      let isShift = second == first && (first == UInt8(ascii: "<") || first == UInt8(ascii: ">"))
      position += second == UInt8(ascii: "=") || isShift ? 2 : 1
    case UInt8(ascii: "/"), UInt8(ascii: ":"): position += second == first ? 2 : 1
    default: position += 1
    }
    return .symbol
  }

  private mutating func advance() {
    if bytes[position] == UInt8(ascii: "\n") { line += 1 }
    position += 1
  }

  private func peek(_ ahead: Int) -> UInt8 { position + ahead < bytes.count ? bytes[position + ahead] : 0 }

  private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

  private func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

  private func isLetter(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "_") || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }
}

extension Unicode.Scalar {
  /// A letter or digit beyond ASCII that can be part of a name; full-width letters are typing mistakes.
  fileprivate var isWideNamePart: Bool {
    guard value >= 0x80, !(0xFF00...0xFFEF).contains(value) else { return false }
    switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .letterNumber,
      .nonspacingMark, .spacingMark, .decimalNumber:
      return true
    default: return false
    }
  }

  fileprivate var isCurlyQuote: Bool { ["“", "”", "‘", "’"].contains(self) }
}
