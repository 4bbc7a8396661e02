/// A word of Lua source, with its place in the UTF-8 bytes.
public struct LuaToken: Sendable, Equatable {
  public enum Kind: Sendable {
    case name, keyword, number, string, symbol, comment
    /// A name with letters that Lua does not know: a field `温度` is written for it, a variable cannot be.
    case wideName
    /// A string between curly quotes on one line, as an input method writes it.
    case curlyString
    /// A string or long comment without its end.
    case unfinished
    /// A character that Lua does not know.
    case foreign
  }

  public var kind: Kind
  public var range: Range<Int>
  public var text: String
  /// The line it starts on, from 1.
  public var line: Int
}

/// Lua's reserved words (Lua 5.4 manual, section 3.1).
public let luaKeywords: Set<String> = [
  "and", "break", "do", "else", "elseif", "end", "false", "for", "function", "goto", "if", "in", "local",
  "nil",
  "not", "or", "repeat", "return", "then", "true", "until", "while",
]
