internal import CLua
internal import Report

extension Interpreter {
  /// `print` and `io.write` write where the session writes.
  func replacePrinting() {
    define("print") { L in
      SwiftFunction(.anonymous) { L in
        let count = lua_gettop(L)
        var parts: [String] = []
        for index in stride(from: Int32(1), through: count, by: 1) {
          parts.append(try Interpreter.words(L, index))
        }
        Interpreter.of(L).output(parts.joined(separator: "\t") + "\n")
        return 0
      }.push(L)
    }
    define("io.write") { L in
      SwiftFunction(.anonymous) { L in
        let count = lua_gettop(L)
        for index in stride(from: Int32(1), through: count, by: 1) {
          Interpreter.of(L).output(try Interpreter.words(L, index))
        }
        return 0
      }.push(L)
    }
  }

  /// The value as `tostring` shows it.
  static func words(_ L: LuaState, _ index: Int32) throws -> String {
    if let string = text(L, at: index) { return string }
    try of(L).check(bridge_tostring(L, index), L)
    defer { bridge_pop(L, 1) }
    return text(L, at: -1) ?? ""
  }
}
