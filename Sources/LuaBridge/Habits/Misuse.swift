internal import CLua
internal import Report

/// A value used as what it is not, in Lua's words `attempt to call a nil value (global 'untis')`: with the name that
/// was meant, told from the line that was running.
struct Misuse {
  let fault: Fault

  init?(_ what: String, at site: CallSite?, in lua: Interpreter) {
    guard what.hasPrefix("attempt to "), let value = what.range(of: " a ") else { return nil }
    let tokens = site.map { lua.tokens(of: $0) } ?? []
    let tried = String(what[what.index(what.startIndex, offsetBy: 11)..<value.lowerBound])
    let rest = what[value.upperBound...]
    let name = Misuse.name(rest)
    let found: Fault? =
      if rest.hasPrefix("nil value") {
        Misuse.verbs[tried].map { Fault(.name, Misuse.isNil(name, $0, tokens, site, lua)) }
      } else {
        Misuse.wrongUse(tried, what, name, tokens, lua)
      }
    guard let found else { return nil }
    fault = found
  }

  private struct Name {
    var kind = ""
    var text = ""
  }

  private static let verbs = [
    "call": Text(en: "cannot be called", zh: "不能调用"), "index": Text(en: "has no fields", zh: "没有字段"),
    "perform arithmetic on": Text(en: "is no number", zh: "不是数"),
    "concatenate": Text(en: "is no text", zh: "不能拼接"),
    "get length of": Text(en: "has no length", zh: "没有长度"),
  ]

  /// `value (global 'untis')`: what kind of name it is, and the name.
  private static func name(_ rest: Substring) -> Name {
    guard let open = rest.range(of: " ("), let quote = rest.firstIndex(of: "'"),
      let last = rest.lastIndex(of: "'"),
      quote < last
    else { return Name() }
    let kind = rest[open.upperBound...].prefix { $0 != "'" }.dropLast()
    return Name(kind: String(kind), text: String(rest[rest.index(after: quote)..<last]))
  }

  private static func isNil(
    _ name: Name, _ verb: Text, _ tokens: [LuaToken], _ site: CallSite?, _ lua: Interpreter
  ) -> Text {
    guard !name.text.isEmpty else { return Text(en: "a value is nil and ", zh: "有一个值是 nil，") + verb }
    var near = Text("")
    switch name.kind {
    case "global", "local", "upvalue":
      near = Guess(name.text, in: tokens, locals: site?.locals ?? [], lua: lua).hint
    case "field", "method": near = Owner(of: name.text, in: tokens, lua)?.hint(name.text, lua) ?? Text("")
    default: break
    }
    return Text(en: "\(name.text) is nil", zh: "\(name.text) 是 nil")
      + (near.en.isEmpty ? Text(en: " and ", zh: "，") + verb : near)
  }

  /// A value of a kind that cannot do what was asked of it, where the line tells what was meant.
  private static func wrongUse(
    _ tried: String, _ what: String, _ name: Name, _ tokens: [LuaToken], _ lua: Interpreter
  ) -> Fault? {
    if tried == "call", name.kind == "method", let owner = Owner(of: name.text, in: tokens, lua),
      case .object(let type, _)? = lua.target(of: owner.path),
      lua.declarations.contains(where: { $0.owner == type && $0.kind == .property && $0.name == name.text })
    {
      let field = owner.path.joined(separator: ".") + "." + name.text
      return Fault(
        .usage, en: "\(name.text) is a field, it is not called: \(field)",
        zh: "\(name.text) 是字段，不用调用：\(field)")
    }
    if tried == "call", name.kind.hasPrefix("for iterator"), let over = looped(tokens) {
      return Fault(
        .usage, en: "a loop over a table goes through pairs: for k, v in pairs(\(over)) do",
        zh: "遍历表要用 pairs：for k, v in pairs(\(over)) do")
    }
    if tried == "add", what.contains("'string'"), !what.contains("'table'"), !what.contains("'nil'") {
      return Fault(.type, en: "texts are joined with .. and not with +", zh: "连接文本用 ..，不用 +")
    }
    return nil
  }

  /// What stands between `in` and `do`.
  private static func looped(_ tokens: [LuaToken]) -> String? {
    guard let start = tokens.firstIndex(where: { $0.text == "in" }),
      let end = tokens[start...].firstIndex(where: { $0.text == "do" })
    else { return nil }
    return tokens[(start + 1)..<end].map(\.text).joined()
  }
}

extension Interpreter {
  /// The words from the line that runs to the end of its chunk.
  func tokens(of site: CallSite) -> [LuaToken] {
    guard let source = sources[site.chunk] else { return [] }
    return LuaLexer.tokens(source.text).filter { $0.kind != .comment && $0.line >= site.line }
  }
}
