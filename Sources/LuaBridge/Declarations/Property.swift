internal import CLua
public import Report

/// A field of a Swift class, computed when it is asked for: `t.columns`.
public struct Property: Item {
  public let declaration: Declaration
  private let body: (LuaState) throws -> Int32
  private let prepare: (Interpreter) -> Void

  @usableFromInline
  init<Object: LuaClass>(
    _: Object.Type, _ declaration: Declaration, _ body: @escaping (LuaState) throws -> Int32
  ) {
    self.declaration = declaration
    self.body = body
    prepare = { $0.pushGetters(Object.self) }
  }

  @inlinable
  public init<Object: LuaClass, Value: LuaPushable>(
    of type: Object.Type, _ name: String, _ summary: Text, example: String, given: String = "",
    _ get: @escaping (Object) throws -> Value
  ) {
    let declaration = Declaration.member(
      .property, of: type, name, summary, [], returns: Text(""), example: example, given: given,
      gives: Value.self)
    self.init(type, declaration) { state in
      guard let object = Object.held(state, 1) else { throw CallingConvention.notOneOf(Object.self, state) }
      return try get(object).push(state)
    }
  }

  public func install(in interpreter: Interpreter) {
    prepare(interpreter)
    _ = SwiftFunction(declaration, body).push(interpreter.state)
    setField(interpreter.state, of: -2, declaration.name)
    bridge_pop(interpreter.state, 1)
    interpreter.note(declaration)
  }
}

/// Fields of a Swift class whose names are data: `t.speed`, `t["温度"]`, `list[3]`. Asked after methods and
/// properties; nil from the closure is an unknown name.
public struct DynamicFields: Item {
  public let declaration: Declaration
  let body: (LuaState) throws -> Int32
  private let names: (AnyObject) -> [String]
  private let prepare: (Interpreter, DynamicFields) -> Void

  /// - Parameters:
  ///   - names: the names there are now, for completion and near misses.
  ///   - get: the value under a key: `.string` for a name, `.int` for a position counted from 1.
  public init<Object: LuaClass, Value: LuaPushable>(
    of type: Object.Type, _ summary: Text, example: String, given: String = "",
    names: @escaping (Object) -> [String], _ get: @escaping (Object, LuaKey) throws -> Value?
  ) {
    declaration = Declaration.member(
      .property, of: type, "…", summary, [], returns: Text(""), example: example, given: given,
      gives: Value.self)
    body = { state in
      guard let object = Object.held(state, 1), let key = LuaKey(state, 2) else { return 0 }
      return try get(object, key)?.push(state) ?? 0
    }
    self.names = { ($0 as? Object).map(names) ?? [] }
    prepare = { interpreter, fields in interpreter.setDynamic(Object.self, fields.body, fields.names) }
  }

  public func install(in interpreter: Interpreter) {
    prepare(interpreter, self)
    interpreter.note(declaration)
  }
}

/// A key of a dynamic field.
public enum LuaKey: Hashable, Sendable {
  case int(Int)
  case string(String)

  init?(_ state: LuaState, _ index: Int32) {
    if let position = Int.read(state, index) {
      self = .int(position)
    } else if let name = text(state, at: index) {
      self = .string(name)
    } else {
      return nil
    }
  }
}
