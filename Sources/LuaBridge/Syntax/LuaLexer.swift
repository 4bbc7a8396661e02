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
    if isLetter(byte) {
      while position < bytes.count, isLetter(bytes[position]) || isDigit(bytes[position]) { position += 1 }
      return .name
    }
    if byte >= 0x80 {
      while position < bytes.count, bytes[position] >= 0x80 { position += 1 }
      return .foreign
    }
    return symbol()
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
    for length in [3, 2] where position + length <= bytes.count {
      if LuaLexer.symbols.contains(String(decoding: bytes[position..<position + length], as: UTF8.self)) {
        position += length
        return .symbol
      }
    }
    position += 1
    return .symbol
  }

  private static let symbols: Set<String> = ["...", "..", "==", "~=", "<=", ">=", "//", "::", "<<", ">>"]

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
