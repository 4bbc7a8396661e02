public import Report

/// A value under a name: `tensor.pi`.
public struct Constant<Value: LuaPushable>: Item {
  public let declaration: Declaration
  let value: Value

  public init(_ name: String, _ value: Value, _ summary: Text) {
    declaration = Declaration(
      kind: .constant, name: name, owner: nil, summary: summary, parameters: [], returns: Text(""),
      example: "return " + name, given: "")
    self.value = value
  }

  public func install(in interpreter: Interpreter) {
    interpreter.define(declaration.name) { _ = value.push($0) }
  }
}
