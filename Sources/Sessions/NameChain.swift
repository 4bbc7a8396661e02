internal import LuaBridge

/// The names that lead to a value: `parts.train`, `t:filter("x > 1")`, `nn.Conv2d { 16 }`.
struct NameChain: Equatable {
  struct Step: Equatable {
    var name: String
    /// Whether a colon stands before the name.
    var isMethod = false
    /// Whether the value is called, so that its result is meant.
    var isCalled = false
  }

  private(set) var steps: [Step] = []

  /// The chain that the tokens end with; nil where they end with something else.
  init?(endOf tokens: ArraySlice<LuaToken>) {
    var rest = tokens
    while true {
      var isCalled = false
      while let call = NameChain.callStart(endOf: rest) {
        isCalled = true
        rest = rest[..<call]
      }
      guard let name = rest.last, name.kind == .name || name.kind == .wideName else { return nil }
      rest = rest.dropLast()
      let link = rest.last.flatMap { $0.kind == .symbol && [".", ":"].contains($0.text) ? $0.text : nil }
      steps.insert(Step(name: name.text, isMethod: link == ":", isCalled: isCalled), at: 0)
      if link == nil { return }
      rest = rest.dropLast()
    }
  }

  /// Where the arguments start that the tokens end with: a parenthesis, a table, a string.
  private static func callStart(endOf tokens: ArraySlice<LuaToken>) -> Int? {
    guard let last = tokens.last else { return nil }
    if last.kind == .string {
      guard let before = tokens.dropLast().last, before.kind == .name || before.text == ")" else {
        return nil
      }
      return tokens.endIndex - 1
    }
    guard last.kind == .symbol, [")", "}"].contains(last.text) else { return nil }
    var depth = 0
    for k in tokens.indices.reversed() where tokens[k].kind == .symbol {
      if [")", "}", "]"].contains(tokens[k].text) { depth += 1 }
      if ["(", "{", "["].contains(tokens[k].text) { depth -= 1 }
      if depth == 0 {
        guard k > tokens.startIndex else { return nil }
        let before = tokens[k - 1]
        return [.name, .wideName].contains(before.kind) || before.text == ")" ? k : nil
      }
    }
    return nil
  }

  /// The chain without its last name.
  var owner: NameChain? {
    guard steps.count > 1 else { return nil }
    var owner = self
    owner.steps.removeLast()
    return owner
  }

  var last: Step { steps[steps.count - 1] }
}
