internal import LuaBridge

extension ScriptParameter {
  /// The parameters that a script declares, in its order, read without running it: each `param { … }` whose table
  /// holds nothing but constants. Of others only the name is known.
  public static func declared(in source: String) -> [ScriptParameter] {
    let tokens = LuaLexer.tokens(source).filter { $0.kind != .comment }
    var found: [ScriptParameter] = []
    for k in tokens.indices where tokens[k].kind == .name && tokens[k].text == "param" {
      if k > 0, [".", ":", "function"].contains(tokens[k - 1].text) { continue }
      guard let parameter = declaration(after: k, in: tokens),
        !found.contains(where: { $0.name == parameter.name })
      else { continue }
      found.append(parameter)
    }
    return found
  }

  /// `param "lr"`, `param { "lr", … }`, `param("lr", { … })`.
  private static func declaration(after place: Int, in tokens: [LuaToken]) -> ScriptParameter? {
    guard let words = arguments(after: place, in: tokens),
      let name = words.first(where: { $0.kind == .string }),
      words.count < 2 || words[0].kind == .string || words[0].text == "{"
    else { return nil }
    if isConstant(words), let table = evaluated(words) { return ScriptParameter(table) }
    guard case .string(let plain)? = evaluated([name])?.list.first else { return nil }
    return ScriptParameter(name: plain, fallback: .nil, isWhole: false)
  }

  /// The words between the brackets of a call, or its only word.
  private static func arguments(after place: Int, in tokens: [LuaToken]) -> [LuaToken]? {
    guard place + 1 < tokens.count else { return nil }
    let first = tokens[place + 1]
    if first.kind == .string { return [first] }
    guard first.text == "(" || first.text == "{" else { return nil }
    var depth = 0
    for k in (place + 1)..<tokens.count {
      if ["(", "{", "["].contains(tokens[k].text) { depth += 1 }
      if [")", "}", "]"].contains(tokens[k].text) { depth -= 1 }
      if depth == 0 { return Array(tokens[(place + 2)..<k]) }
    }
    return nil
  }

  private static func isConstant(_ words: [LuaToken]) -> Bool {
    words.indices.allSatisfy { k in
      switch words[k].kind {
      case .number, .string: true
      case .keyword: ["true", "false", "nil"].contains(words[k].text)
      case .name: k + 1 < words.count && words[k + 1].text == "="
      case .symbol: ["{", "}", "[", "]", ",", ";", "=", "+", "-", "*", "/", "^"].contains(words[k].text)
      default: false
      }
    }
  }

  private static func evaluated(_ words: [LuaToken]) -> LuaTable? {
    let source = "return { " + words.map(\.text).joined(separator: " ") + " }"
    guard case .table(let table)? = try? Interpreter(memoryLimit: 1 << 24).run(source).first else {
      return nil
    }
    return table
  }

  private init?(_ table: LuaTable) {
    guard case .string(let name)? = table.list.first else { return nil }
    var options = table.fields
    if table.list.count == 2, case .table(let second) = table.list[1] { options = second.fields }
    func numbers(_ value: LuaValue?) -> [Double]? {
      guard case .table(let table)? = value else { return nil }
      return table.list.compactMap {
        switch $0 {
        case .int(let number): Double(number)
        case .number(let number): number
        default: nil
        }
      }
    }
    func texts(_ value: LuaValue?) -> [String]? {
      guard case .table(let table)? = value else { return nil }
      return table.list.compactMap { if case .string(let text) = $0 { text } else { nil } }
    }
    var unit: String?
    if case .string(let text)? = options["unit"] { unit = text }
    self.init(
      name: name, fallback: options["default"] ?? .nil, range: numbers(options["range"]),
      choices: texts(options["choices"]), unit: unit, help: ScriptParameter.help(options["help"]))
  }
}
