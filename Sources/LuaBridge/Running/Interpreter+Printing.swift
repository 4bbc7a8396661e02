internal import CLua
internal import Report

extension Interpreter {
  /// `print` and `io.write` write where the session writes.
  func replacePrinting() {
    define("print") { state in
      SwiftFunction(.anonymous) { state in
        let count = lua_gettop(state)
        if count == 1, let display = Interpreter.of(state).display,
          let object = try LuaObject.read(state, 1)?.object as? any Displayable, display(object)
        {
          return 0
        }
        var parts: [String] = []
        for index in stride(from: Int32(1), through: count, by: 1) {
          parts.append(try Interpreter.words(state, index))
        }
        Interpreter.of(state).output(parts.joined(separator: "\t") + "\n")
        return 0
      }.push(state)
    }
    define("io.write") { state in
      SwiftFunction(.anonymous) { state in
        let count = lua_gettop(state)
        for index in stride(from: Int32(1), through: count, by: 1) {
          Interpreter.of(state).output(try Interpreter.words(state, index))
        }
        return 0
      }.push(state)
    }
  }

  /// The value as `tostring` shows it.
  static func words(_ state: LuaState, _ index: Int32) throws -> String {
    if let string = text(state, at: index) { return string }
    try of(state).check(bridge_tostring(state, index), state)
    defer { bridge_pop(state, 1) }
    return text(state, at: -1) ?? ""
  }
}
