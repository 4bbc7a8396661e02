public import LuaBridge
public import Report
internal import Sessions

/// `local lr = param { "lr", default = 1e-3, range = { 1e-6, 1 }, help = { en = "…", zh = "…" } }`.
var paramFunction: Function {
  Function(
    "param", Text(en: "a value that the command line may set, name=value", zh: "可由命令行 name=value 设置的值"),
    .interpreter,
    .required("name", String.self, Text(en: "the name on the command line", zh: "命令行上的名称")),
    .optional("default", LuaValue.self, Text(en: "the value when none is given", zh: "未给出时的值")),
    .optional("range", [Double].self, Text(en: "lowest and highest value", zh: "最小值和最大值")),
    .optional("choices", [String].self, Text(en: "the words allowed", zh: "允许的词")),
    .optional("unit", String.self, Text(en: "the unit, for messages", zh: "单位，用于消息")),
    .optional(
      "help", LuaValue.self, Text(en: "one line, or { en = …, zh = … }", zh: "一行说明，或 { en = …, zh = … }")),
    returns: Text(en: "the value", zh: "参数的值"),
    example: #"param { "lr", default = 1e-3, range = { 1e-6, 1 } }"#
  ) { lua, name, fallback, range, choices, unit, help in
    let wanted = ScriptParameter(
      name: name, fallback: fallback ?? .nil, range: range, choices: choices, unit: unit,
      help: ScriptParameter.help(help))
    let session = try lua.session()
    let value = try wanted.value(given: session.parameters[name])
    session.parametersUsed[name] = ScriptParameter.words(value)
    return value
  }
}

/// One parameter of a script: what its value may be, read from the words of the command line.
public struct ScriptParameter {
  public var name: String
  /// The value when none is given; nil when one must be given.
  public var fallback: LuaValue
  public var range: [Double]?
  public var choices: [String]?
  public var unit: String?
  public var help: Text?
  /// False for a declaration that only the running script can complete: its name is all that is known.
  public var isWhole = true

  /// The value that a word of the command line means.
  ///
  /// - Throws: a usage fault that says what is wanted.
  public func value(given: String?) throws -> LuaValue {
    guard let given else {
      if case .nil = fallback { throw missing }
      return try checked(fallback)
    }
    switch fallback {
    case .int:
      guard let number = Int(given) else { throw wrong(given, Text(en: "a whole number", zh: "整数")) }
      return try checked(.int(number))
    case .number:
      guard let number = Double(given) else { throw wrong(given, Text(en: "a number", zh: "数")) }
      return try checked(.number(number))
    case .bool:
      guard let flag = ["true": true, "yes": true, "1": true, "false": false, "no": false, "0": false][given]
      else {
        throw wrong(given, Text(en: "true or false", zh: "true 或 false"))
      }
      return .bool(flag)
    case .string: return try checked(.string(given))
    default:
      if let number = Int(given) { return try checked(.int(number)) }
      if let number = Double(given) { return try checked(.number(number)) }
      return try checked(.string(given))
    }
  }

  private func checked(_ value: LuaValue) throws -> LuaValue {
    switch value {
    case .int(let number): try check(Double(number))
    case .number(let number): try check(number)
    case .string(let word):
      if let choices, !choices.contains(word) {
        throw wrong(
          word,
          Text(en: "one of \(choices.joined(separator: ", "))", zh: choices.joined(separator: "、") + " 之一"))
      }
    default: break
    }
    return value
  }

  private func check(_ number: Double) throws {
    guard let range, range.count == 2, !(number >= range[0] && number <= range[1]) else { return }
    let limits = "\(range[0].significant()) .. \(range[1].significant())" + (unit.map { " " + $0 } ?? "")
    throw Fault(
      .arguments,
      Text(
        en: "param \(name) is \(number.significant()), must be in \(limits)",
        zh: "参数 \(name) 为 \(number.significant())，应在 \(limits) 范围内") + about)
  }

  private func wrong(_ given: String, _ wanted: Text) -> Fault {
    Fault(
      .arguments,
      Text(
        en: "param \(name) is \"\(given)\", must be \(wanted.en)",
        zh: "参数 \(name) 为 \"\(given)\"，应为\(wanted.zh)")
        + about)
  }

  private var missing: Fault {
    Fault(
      .arguments,
      Text(en: "param \(name) has no default and none was given", zh: "参数 \(name) 没有默认值，也没有给出") + about)
  }

  /// The help of the parameter in brackets.
  private var about: Text { help.map { Text(en: " (\($0.en))", zh: "（\($0.zh)）") } ?? Text("") }
}

extension ScriptParameter {
  /// What `help =` gives: one line for both languages, or one for each.
  static func help(_ value: LuaValue?) -> Text? {
    switch value {
    case .string(let words): return Text(words)
    case .table(let table):
      guard case .string(let en)? = table.fields["en"] else { return nil }
      guard case .string(let zh)? = table.fields["zh"] else { return Text(en) }
      return Text(en: en, zh: zh)
    default: return nil
    }
  }

  /// A value as it would be typed after `name=`.
  public static func words(_ value: LuaValue) -> String {
    switch value {
    case .nil: ""
    case .bool(let flag): flag ? "true" : "false"
    case .int(let number): "\(number)"
    case .number(let number): "\(number)"
    case .string(let text): text
    default: "…"
    }
  }
}
