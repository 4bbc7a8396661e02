/// A part of Lua source that is shown in its own colour. Positions count Unicode scalars.
public struct LuaHighlight: Sendable, Equatable {
  public enum Kind: Sendable { case keyword, string, number, comment, function, wrong }

  public var range: Range<Int>
  public var kind: Kind
}

/// What is coloured in Lua source, in order.
///
/// - Parameter isFunction: whether a chain of names such as `data.csv` or `:filter` is known as a function.
public func luaHighlights(_ source: String, isFunction: (String) -> Bool) -> [LuaHighlight] {
  let tokens = LuaLexer.tokens(source)
  let refused = Set(WideNames(source, tokens).refused.map(\.range.lowerBound))
  var scalars = ScalarOffsets(source)
  var highlights: [LuaHighlight] = []
  var chain = ""
  for token in tokens {
    let kind: LuaHighlight.Kind?
    switch token.kind {
    case .keyword: kind = .keyword
    case .string: kind = .string
    case .unfinished: kind = token.text.hasPrefix("--") ? .comment : .string
    case .number: kind = .number
    case .comment: kind = .comment
    case .foreign, .curlyString: kind = .wrong
    case .wideName: kind = refused.contains(token.range.lowerBound) ? .wrong : nil
    case .name: kind = isFunction(chain + token.text) ? .function : nil
    case .symbol: kind = nil
    }
    switch token.kind {
    case .name, .wideName: chain += token.text
    case .symbol where token.text == ".": chain += "."
    case .symbol where token.text == ":": chain = ":"
    default: chain = ""
    }
    if [.name, .wideName].contains(token.kind), chain.hasPrefix(":") { chain = "" }
    let range =
      scalars.offset(ofByte: token.range.lowerBound)..<scalars.offset(ofByte: token.range.upperBound)
    if let kind { highlights.append(LuaHighlight(range: range, kind: kind)) }
  }
  return highlights
}

/// Turns offsets in UTF-8 bytes into offsets in Unicode scalars; asked in rising order.
struct ScalarOffsets {
  private let bytes: [UInt8]
  private var byte = 0
  private var scalar = 0

  init(_ text: String) { bytes = Array(text.utf8) }

  mutating func offset(ofByte wanted: Int) -> Int {
    while byte < wanted {
      if bytes[byte] & 0xC0 != 0x80 { scalar += 1 }
      byte += 1
    }
    return scalar
  }
}
