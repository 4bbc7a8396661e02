internal import CLua
public import Report

/// A Swift class that Lua holds; stands before its methods, properties and operators.
///
///     ObjectType(Table.self, Text(en: "rows and columns", zh: "由行和列组成的表"),
///       given: "t = data.table { x = {1, 2, 3} }")
public struct ObjectType<Object: LuaClass>: Item {
  public let declaration: Declaration

  /// - Parameter given: Lua that makes one, under the name that the examples of its methods use.
  public init(_: Object.Type, _ summary: Text, given: String = "") {
    declaration = Declaration(
      kind: .type, name: Object.luaName, owner: nil, summary: summary, parameters: [], returns: Text(""),
      example: "", given: given)
  }

  public func install(in interpreter: Interpreter) {
    interpreter.pushMetatable(Object.self)
    bridge_pop(interpreter.state, 1)
    interpreter.note(declaration)
  }
}
