internal import CLua
public import Report

// Every fault that a call can have, worded in one place.

extension CallingConvention {
  /// "data.csv: ", "fit: ".
  var called: Text {
    let name = declaration.kind == .operator ? declaration.owner ?? "" : declaration.name
    return Text(en: name + ": ", zh: name + "：")
  }

  /// The example when it is one line, else help: something that can be typed.
  private var remedy: String {
    let example = declaration.example
    return example.isEmpty || example.contains("\n") ? "help \"\(declaration.fullName)\"" : example
  }

  func missing(_ info: ParameterInfo, _ state: LuaState) -> Fault {
    if let fault = NilArgument(state, self, info)?.fault { return fault }
    let kind = info.kind.name
    return Fault(
      .usage,
      called
        + Text(
          en: "\(info.name) is missing (\(kind.en): \(info.help.en))",
          zh: "缺少 \(info.name)（\(kind.zh)：\(info.help.zh)）"),
      try: remedy)
  }

  func wrongKind(_ info: ParameterInfo, _ state: LuaState, _ slot: Int32) -> Fault {
    if !info.kind.choices.isEmpty, let typed = text(state, at: slot) { return wrongChoice(info, typed) }
    let isTable = lua_type(state, slot) == LUA_TTABLE
    let maker = isTable ? maker(of: info.kind, .of(state)) : Text("")
    return Fault(
      .type, called + Text(info.name + " ") + mismatch(wanted: info.kind, state, slot) + maker, try: remedy)
  }

  private func wrongChoice(_ info: ParameterInfo, _ typed: String) -> Fault {
    let kind = info.kind.name
    return Fault(
      .usage,
      called
        + Text(
          en: "\(info.name) is \"\(typed)\", must be \(kind.en)",
          zh: "\(info.name) 为 \"\(typed)\"，应为 \(kind.zh)")
        + hint(typed, among: info.kind.choices, quote: "\""))
  }

  func outOfRange(_ info: ParameterInfo, _ state: LuaState, _ slot: Int32) -> Fault {
    let unit = info.unit.map { " " + $0 } ?? "", range = info.range ?? "", value = seen(state, slot)
    return Fault(
      .range,
      called
        + Text(
          en: "\(info.name) is \(value.en)\(unit), must be in \(range)\(unit)",
          zh: "\(info.name) 为 \(value.zh)\(unit)，应在 \(range)\(unit) 范围内"))
  }

  func unknownOption(_ name: String, _ state: LuaState) -> Fault {
    let near = hint(name, among: options.keys.sorted())
    let known = options.keys.sorted().joined(separator: ", ")
    let list =
      !near.en.isEmpty
      ? near
      : options.isEmpty
        ? Text(en: " (it takes none)", zh: "（此函数没有选项）")
        : Text(en: " (there are: \(known))", zh: "（可用：\(known)）")
    return Fault(.usage, called + Text(en: "unknown option '\(name)'", zh: "未知选项 '\(name)'") + list)
  }

  func tooMany(_ given: Int, _ state: LuaState) -> Fault {
    let most = positional.count
    return Fault(
      .usage,
      called
        + Text(
          en:
            "takes \(most == 0 ? "no values" : most == 1 ? "1 value" : "at most \(most) values"), got \(given)",
          zh: most == 0 ? "不需要参数，收到 \(given) 个" : "最多 \(most) 个参数，收到 \(given) 个"),
      try: remedy)
  }

  /// `object.method()` without the colon.
  @usableFromInline
  func colonFault(_ state: LuaState) -> Fault {
    let name = declaration.name
    let receiver = CallSite(state).flatMap { site in
      Owner(of: name, in: Interpreter.of(state).tokens(of: site), .of(state))
    }
    let owner = receiver?.path.joined(separator: ".") ?? declaration.owner ?? "object"
    return Fault(
      .usage,
      called
        + Text(
          en: "is a method of a \(declaration.owner ?? owner): write a colon, \(owner):\(name)(…), not a dot",
          zh: "是 \(declaration.owner ?? owner) 的方法：要用冒号 \(owner):\(name)(…)，不能用点"),
      try: remedy)
  }

  @usableFromInline
  static func notOneOf<Object: LuaClass>(_: Object.Type, _ state: LuaState) -> Fault {
    Fault(.type, mismatch(wanted: Object.luaKind, state, 1))
  }

  @usableFromInline
  static func wrongOperand(_ symbol: Operator.Symbol, _ kind: LuaKind, _ state: LuaState, _ index: Int32)
    -> Fault
  {
    let side = index == 1 ? Text(en: "left", zh: "左") : Text(en: "right", zh: "右")
    return Fault(
      .type,
      Text(
        en: "the \(side.en) side of \(symbol.rawValue) ", zh: "\(symbol.rawValue) 的\(side.zh)边")
        + mismatch(wanted: kind, state, index))
  }
}
