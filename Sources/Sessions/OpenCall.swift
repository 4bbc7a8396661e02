internal import LuaBridge

/// A call whose arguments are being typed: `t:filter "te`, `net:fit(parts.train, { epochs = `.
struct OpenCall: Equatable {
  /// The function.
  var function: NameChain
  /// Values that stand before the cursor's in the call, or in the table that is the whole call.
  var position = 0
  /// Whether the cursor is in a table.
  var isInTable = false
  /// Whether that table is the whole call: `f { … }`.
  var isWholeCall = false
  /// The name that the value at the cursor gets: `epochs` in `{ epochs = `.
  var key: String?
  /// Names that the table has already.
  var given: Set<String> = []
  /// Values before the cursor that are chains of names.
  var arguments: [NameChain] = []

  /// A call of which nothing is typed yet.
  init(of function: NameChain) { self.function = function }

  /// The innermost call that is open at the end of the tokens.
  init?(endOf tokens: ArraySlice<LuaToken>) {
    guard let open = OpenCall.innermostOpen(tokens) else { return nil }
    let before = tokens[..<open]
    let entries = Entries(tokens[(open + 1)...])
    switch tokens[open].text {
    case "(":
      guard let chain = NameChain(endOf: before), !chain.last.isCalled else { return nil }
      function = chain
      (position, arguments) = (entries.before.count, entries.before.compactMap(\.chain))
    case "{":
      if let chain = NameChain(endOf: before), !chain.last.isCalled {
        function = chain
        isWholeCall = true
        position = entries.before.count { $0.key == nil }
        arguments = entries.before.compactMap(\.chain)
      } else if let outer = OpenCall(endOf: before) {
        // A table among the arguments, or as the value of an option.
        self = outer
        if outer.isInTable {
          if outer.key != nil { return }
          isWholeCall = false
        }
      } else {
        return nil
      }
      isInTable = true
      key = entries.key
      given = Set(entries.before.compactMap(\.key))
    default: return nil
    }
  }

  private static func innermostOpen(_ tokens: ArraySlice<LuaToken>) -> Int? {
    var depth = 0
    for k in tokens.indices.reversed() where tokens[k].kind == .symbol {
      switch tokens[k].text {
      case ")", "}", "]": depth += 1
      case "(", "{", "[":
        if depth == 0 { return k }
        depth -= 1
      default: break
      }
    }
    return nil
  }
}

/// The values in parentheses or a table, split at commas.
private struct Entries {
  struct Entry {
    var key: String?
    var chain: NameChain?
  }

  /// Those that are finished.
  var before: [Entry] = []
  /// The name that the unfinished one gets.
  var key: String?

  init(_ tokens: ArraySlice<LuaToken>) {
    var depth = 0
    var start = tokens.startIndex
    for k in tokens.indices where tokens[k].kind == .symbol {
      switch tokens[k].text {
      case "(", "{", "[": depth += 1
      case ")", "}", "]": depth -= 1
      case ",", ";":
        guard depth == 0 else { continue }
        before.append(Entries.entry(tokens[start..<k]))
        start = k + 1
      default: break
      }
    }
    key = Entries.key(tokens[start...])
  }

  private static func entry(_ tokens: ArraySlice<LuaToken>) -> Entry {
    let key = key(tokens)
    let value = key == nil ? tokens : tokens.dropFirst(2)
    let chain = NameChain(endOf: value)
    return Entry(key: key, chain: chain)
  }

  private static func key(_ tokens: ArraySlice<LuaToken>) -> String? {
    guard tokens.count >= 2, let name = tokens.first, [.name, .wideName].contains(name.kind),
      tokens[tokens.startIndex + 1].text == "=", tokens[tokens.startIndex + 1].kind == .symbol
    else { return nil }
    return name.text
  }
}
