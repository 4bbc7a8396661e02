/// Source in which names with letters beyond ASCII stand as Lua takes them, line by line as before:
///
///     t.温度               t["温度"]
///     { 温度 = "degC" }    { ["温度"] = "degC" }
///     t:温度(3)            t["温度"](t, 3)
///     function t.温度()    t["温度"] = function()
///
/// A variable has no such form: Lua keeps its names apart from texts.
struct WideNames {
  /// The source as Lua takes it.
  private(set) var source: String
  /// Names in places where only Lua's own letters can be.
  private(set) var refused: [LuaToken] = []

  private var tokens: [LuaToken]
  private var changes: [(range: Range<Int>, text: String)] = []

  init(_ source: String) {
    self.init(source, LuaLexer.tokens(source))
  }

  init(_ source: String, _ all: [LuaToken]) {
    self.source = source
    guard all.contains(where: { $0.kind == .wideName }) else {
      tokens = []
      return
    }
    tokens = all.filter { $0.kind != .comment }
    var open: [String] = []
    for k in tokens.indices {
      let token = tokens[k]
      if token.kind == .symbol {
        if ["(", "{", "["].contains(token.text) { open.append(token.text) }
        if [")", "}", "]"].contains(token.text) { _ = open.popLast() }
      }
      if token.kind == .keyword, token.text == "function" { nameFunction(k) }
      guard token.kind == .wideName, !isInFunctionName(k) else { continue }
      switch text(k - 1) {
      case ".": field(k)
      case ":": method(k)
      case "{" where isKey(k), "," where open.last == "{" && isKey(k), ";" where open.last == "{" && isKey(k):
        replace(token.range, with: "[\"\(token.text)\"]")
      default: refused.append(token)
      }
    }
    apply()
  }

  private func text(_ k: Int) -> String {
    tokens.indices.contains(k) && tokens[k].kind != .string ? tokens[k].text : ""
  }

  private func isKey(_ k: Int) -> Bool { k + 1 == tokens.count || text(k + 1) == "=" }

  private mutating func replace(_ range: Range<Int>, with text: String) { changes.append((range, text)) }

  private mutating func field(_ k: Int) {
    replace(tokens[k - 1].range, with: "[")
    replace(tokens[k].range, with: "\"\(tokens[k].text)\"]")
  }

  /// `a.b:温度(x)` as `a.b["温度"](a.b, x)`, where the object is a chain of names.
  private mutating func method(_ k: Int) {
    var start = k - 2
    guard isName(start) else { return refused.append(tokens[k]) }
    while text(start - 1) == ".", isName(start - 2) { start -= 2 }
    guard text(start - 1) != ".", text(start - 1) != ":", k + 1 < tokens.count else {
      return refused.append(tokens[k])
    }
    let object = tokens[start...k - 2].map { token in
      token.kind == .wideName ? "[\"\(token.text)\"]" : token.text
    }.joined().replacing(".[", with: "[")
    switch text(k + 1) {
    case "(":
      replace(tokens[k + 1].range, with: "(" + object + (text(k + 2) == ")" ? "" : ", "))
    case "{":
      guard let end = closing(of: k + 1) else { return refused.append(tokens[k]) }
      replace(tokens[k + 1].range, with: "(" + object + ", {")
      replace(tokens[end].range, with: "})")
    default:
      guard tokens[k + 1].kind == .string else { return refused.append(tokens[k]) }
      let argument = tokens[k + 1].range
      replace(argument.lowerBound..<argument.lowerBound, with: "(" + object + ", ")
      replace(argument.upperBound..<argument.upperBound, with: ")")
    }
    field(k)
  }

  private func isName(_ k: Int) -> Bool {
    tokens.indices.contains(k) && (tokens[k].kind == .name || tokens[k].kind == .wideName)
  }

  private func closing(of open: Int) -> Int? {
    var depth = 0
    for k in open..<tokens.count {
      if ["(", "{", "["].contains(text(k)) { depth += 1 }
      if [")", "}", "]"].contains(text(k)) { depth -= 1 }
      if depth == 0 { return k }
    }
    return nil
  }

  /// The names after `function` at position `k`, up to the parenthesis.
  private func functionName(_ k: Int) -> Range<Int> {
    var end = k + 1
    while isName(end) || text(end) == "." || text(end) == ":" { end += 1 }
    return k + 1..<end
  }

  private func isInFunctionName(_ k: Int) -> Bool {
    var start = k
    while isName(start) || text(start) == "." || text(start) == ":" { start -= 1 }
    return text(start) == "function" && k > start + 1 && functionName(start).contains(k)
  }

  /// `function t.温度:get(x)` as `t["温度"].get = function(self, x)`.
  private mutating func nameFunction(_ k: Int) {
    let name = functionName(k)
    let wide = name.dropFirst().filter { tokens[$0].kind == .wideName }
    guard !wide.isEmpty else { return }
    guard text(k - 1) != "local", tokens[name.lowerBound].kind == .name, text(name.upperBound) == "(",
      wide.allSatisfy({ [".", ":"].contains(text($0 - 1)) })
    else { return refused += wide.map { tokens[$0] } }
    replace(tokens[k].range, with: "")
    for part in wide { field(part) }
    if let colon = name.first(where: { text($0) == ":" }) {
      if tokens[colon + 1 < name.upperBound ? colon + 1 : colon].kind == .name {
        replace(tokens[colon].range, with: ".")
      }
      let isEmpty = text(name.upperBound + 1) == ")"
      replace(tokens[name.upperBound].range, with: " = function(self" + (isEmpty ? "" : ", "))
    } else {
      replace(tokens[name.upperBound].range, with: " = function(")
    }
  }

  private mutating func apply() {
    var bytes = Array(source.utf8)
    let ordered = changes.enumerated().sorted {
      ($0.element.range.lowerBound, $0.element.range.upperBound, $0.offset)
        < ($1.element.range.lowerBound, $1.element.range.upperBound, $1.offset)
    }
    for (_, change) in ordered.reversed() { bytes.replaceSubrange(change.range, with: change.text.utf8) }
    source = String(decoding: bytes, as: UTF8.self)
  }
}
