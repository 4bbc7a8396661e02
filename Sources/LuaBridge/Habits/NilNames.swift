public import Report

extension Interpreter {
  /// What to say of an entry that ran and read a name without a value, where another name comes near: `print(untis)`.
  ///
  /// Names that the entry sets, declares or asks for nil are meant as they are.
  public func nilName(in source: String) -> Fault? {
    let tokens = LuaLexer.tokens(source).filter { $0.kind != .comment }
    if let fault = emptyField(tokens) { return fault }
    let own = NilNames.own(tokens)
    let known = Set(globalNames)
    for k in tokens.indices where NilNames.isRead(k, in: tokens) {
      let name = tokens[k].text
      guard !own.contains(name), !known.contains(name) else { continue }
      let hint = Guess(name, in: tokens, lua: self).hint
      if !hint.en.isEmpty {
        return Fault(.name, Text(en: "\(name) is nil", zh: "\(name) 是 nil") + hint)
      }
    }
    return nil
  }

  /// An entry that is a chain of names and comes to nil: `math.PI`, `list[0]`.
  private func emptyField(_ tokens: [LuaToken]) -> Fault? {
    guard tokens.count >= 3, tokens[0].kind == .name else { return nil }
    let words = tokens.map(\.text)
    let path = tokens.filter { $0.kind == .name }.map(\.text)
    if words.dropFirst() == ["[", "0", "]"], case .table? = target(of: path) {
      let first = "\(words[0])[1]"
      return Fault(
        .name, en: "\(words.joined()) is nil: Lua counts from 1, \(first)",
        zh: "\(words.joined()) 是 nil：Lua 从 1 开始计数，应为 \(first)")
    }
    guard words.joined() == path.joined(separator: "."), case .table? = target(of: path.dropLast()),
      target(of: path) == nil, let last = path.last, let owner = Owner(of: last, in: tokens, self)
    else { return nil }
    let hint = owner.hint(last, self)
    return hint.en.isEmpty
      ? nil : Fault(.name, Text(en: "\(words.joined()) is nil", zh: "\(words.joined()) 是 nil") + hint)
  }
}

private enum NilNames {
  /// Names that the source sets or declares.
  static func own(_ tokens: [LuaToken]) -> Set<String> {
    var names: Set<String> = []
    for k in tokens.indices where tokens[k].kind == .name {
      let after = k + 1 < tokens.count ? tokens[k + 1].text : "", before = k > 0 ? tokens[k - 1].text : ""
      if after == "=" || ["local", "function", "for", "goto", "::"].contains(before) {
        names.insert(tokens[k].text)
      }
    }
    for k in tokens.indices where ["local", "for", "function"].contains(tokens[k].text) {
      for token in tokens[(k + 1)...].prefix(while: {
        $0.kind == .name || [",", "(", ".", ":", "...", "<", ">"].contains($0.text)
      }) where token.kind == .name {
        names.insert(token.text)
      }
    }
    return names.union(assigned(tokens))
  }

  /// `a, b = 1, 2`.
  private static func assigned(_ tokens: [LuaToken]) -> [String] {
    guard let equals = tokens.firstIndex(where: { $0.text == "=" }) else { return [] }
    let left = tokens[..<equals]
    return left.allSatisfy { $0.kind == .name || $0.text == "," } ? left.map(\.text) : []
  }

  /// Whether the token reads a variable and does not ask whether it is nil.
  static func isRead(_ k: Int, in tokens: [LuaToken]) -> Bool {
    guard tokens[k].kind == .name else { return false }
    let before = k > 0 ? tokens[k - 1].text : "", after = k + 1 < tokens.count ? tokens[k + 1].text : ""
    if [".", ":", "not", "goto", "::"].contains(before) { return false }
    return !["==", "~=", "or", "and", "then", "do", "="].contains(after) && before != "==" && before != "~="
  }
}
