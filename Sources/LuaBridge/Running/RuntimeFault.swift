internal import CLua
internal import Report

/// An error that Lua itself raised, in our words: names that are nil get near misses.
struct RuntimeFault {
  let fault: Fault

  static let memory = Fault(
    .memory, en: "Lua's memory limit is reached", zh: "已达到 Lua 的内存上限")

  /// Reads the error at a stack index, while the place where it was raised still stands.
  init(_ state: LuaState, _ index: Int32) {
    if Interruption.isRequested {
      fault = .interrupted
      return
    }
    guard let message = text(state, at: index) else {
      fault = Fault(.usage, RuntimeFault.thrown(state, index))
      return
    }
    let what = afterChunk(message)?.what ?? message
    let site = CallSite(state)
    fault =
      Misuse(what, at: site, in: .of(state))?.fault ?? MissingScript(message)?.fault ?? RuntimeFault.known(
        what)
      ?? Fault(.usage, Text(what))
  }

  /// A value thrown by `error` that is no text.
  private static func thrown(_ state: LuaState, _ index: Int32) -> Text {
    guard bridge_tostring(state, index) == LUA_OK, let words = text(state, at: -1) else {
      return Text(en: "an error without words", zh: "没有说明的错误")
    }
    return lua_type(state, index) == LUA_TTABLE && words.hasPrefix("table:")
      ? Text(en: "a table was thrown as an error", zh: "抛出的错误是一个表") : Text(words)
  }

  /// Lua's own words in both languages.
  private static func known(_ what: String) -> Fault? {
    if what.hasPrefix("stack overflow") || what.contains("C stack overflow") {
      return Fault(.limit, en: "too many calls inside each other (endless recursion?)", zh: "调用嵌套过深（无限递归？）")
    }
    if what == "not enough memory" { return memory }
    if what.hasPrefix("bad argument #") { return badArgument(what) }
    if what.hasPrefix("attempt to compare ") {
      let kinds = what.dropFirst(19)
      return Fault(.type, en: "cannot compare \(kinds)", zh: "无法比较：\(kinds)")
    }
    if what.hasPrefix("attempt to perform 'n//0'") || what.hasPrefix("attempt to perform 'n%%0'") {
      return Fault(.range, en: "integer division by zero", zh: "整数除以零")
    }
    if what == "number has no integer representation" {
      return Fault(.type, en: "a whole number is needed", zh: "此处需要整数")
    }
    if what.hasPrefix("attempt to "), let with = what.range(of: "' with a '"),
      let kind = what.range(of: " a '")
    {
      let left = what[kind.upperBound..<with.lowerBound], right = what[with.upperBound...].dropLast()
      return Fault(
        .type, en: "cannot calculate with a \(left) and a \(right)", zh: "\(left) 与 \(right) 之间不能做算术运算")
    }
    if what.hasPrefix("attempt to "), let value = what.range(of: " a ") {
      let tried = what[what.index(what.startIndex, offsetBy: 11)..<value.lowerBound]
      let rest = what[value.upperBound...]
      let verbs = [
        "call": "调用", "index": "取字段", "perform arithmetic on": "做算术运算", "concatenate": "拼接",
        "get length of": "取长度",
      ]
      let verb = verbs[String(tried)] ?? String(tried)
      return Fault(.type, en: "cannot \(tried) a \(rest)", zh: "不能对 \(rest) \(verb)")
    }
    return nil
  }

  /// `bad argument #1 to 'insert' (table expected, got nil)`.
  private static func badArgument(_ what: String) -> Fault? {
    guard let to = what.range(of: " to '"), let open = what.range(of: "' ("), to.upperBound < open.lowerBound
    else { return nil }
    let number = what[what.index(what.startIndex, offsetBy: 14)..<to.lowerBound]
    let name = what[to.upperBound..<open.lowerBound], why = what[open.upperBound...].dropLast()
    return Fault(
      .type, en: "\(name): value \(number): \(why)", zh: "\(name)：第 \(number) 个参数：\(why)")
  }
}
