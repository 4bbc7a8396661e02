public import CLua
public import Report

/// A method of a Swift class: `t:filter "speed > 2"`.
///
///     Method(of: Table.self, "filter", Text(…), .required("where", String.self, Text(…)),
///       returns: Text(…), example: #"t:filter "speed > 2""#) { table, expression in try table.filter(expression) }
public struct Method: Item {
  public let declaration: Declaration
  let body: (LuaState) throws -> Int32
  let prepare: (Interpreter) -> Void

  @usableFromInline
  init<Object: LuaClass>(
    _: Object.Type, _ declaration: Declaration, _ body: @escaping (LuaState) throws -> Int32
  ) {
    self.declaration = declaration
    self.body = body
    prepare = { $0.pushMethods(Object.self) }
  }

  public func install(in interpreter: Interpreter) {
    prepare(interpreter)
    _ = SwiftFunction(declaration, body).push(interpreter.state)
    setField(interpreter.state, of: -2, declaration.name)
    bridge_pop(interpreter.state, 1)
    interpreter.note(declaration)
  }
}

extension Method {
  @inlinable
  public init<Object: LuaClass, Result: LuaPushable>(
    of type: Object.Type, _ name: String, _ summary: Text, returns: Text, example: String, given: String = "",
    _ body: @escaping (Object) throws -> Result
  ) {
    let declaration = Declaration.member(
      .method, of: type, name, summary, [], returns: returns, example: example, given: given,
      gives: Result.self)
    let convention = CallingConvention(declaration)
    self.init(type, declaration) { state in
      guard let object = Object.held(state, 1) else { throw convention.colonFault(state) }
      if lua_gettop(state) != 1 { _ = try convention.slots(state) }
      return try body(object).push(state)
    }
  }

  @inlinable
  public init<Object: LuaClass, Result: LuaPushable, A: LuaReadable>(
    of type: Object.Type, _ name: String, _ summary: Text, _ a: Parameter<A>, returns: Text, example: String,
    given: String = "", _ body: @escaping (Object, A) throws -> Result
  ) {
    let declaration = Declaration.member(
      .method, of: type, name, summary, [a.info], returns: returns, example: example, given: given,
      gives: Result.self)
    let convention = CallingConvention(declaration)
    self.init(type, declaration) { state in
      guard let object = Object.held(state, 1) else { throw convention.colonFault(state) }
      if lua_gettop(state) == convention.count, let x = a.quick(state, 2) {
        return try body(object, x).push(state)
      }
      let x = try convention.values(state, a)
      return try body(object, x).push(state)
    }
  }

  @inlinable
  public init<Object: LuaClass, Result: LuaPushable, A: LuaReadable, B: LuaReadable>(
    of type: Object.Type, _ name: String, _ summary: Text, _ a: Parameter<A>, _ b: Parameter<B>,
    returns: Text,
    example: String, given: String = "", _ body: @escaping (Object, A, B) throws -> Result
  ) {
    let declaration = Declaration.member(
      .method, of: type, name, summary, [a.info, b.info], returns: returns, example: example, given: given,
      gives: Result.self)
    let convention = CallingConvention(declaration)
    self.init(type, declaration) { state in
      guard let object = Object.held(state, 1) else { throw convention.colonFault(state) }
      if lua_gettop(state) == convention.count, let x = a.quick(state, 2), let y = b.quick(state, 3) {
        return try body(object, x, y).push(state)
      }
      let (x, y) = try convention.values(state, a, b)
      return try body(object, x, y).push(state)
    }
  }

  @inlinable
  public init<Object: LuaClass, Result: LuaPushable, A: LuaReadable, B: LuaReadable, C: LuaReadable>(
    of type: Object.Type, _ name: String, _ summary: Text, _ a: Parameter<A>, _ b: Parameter<B>,
    _ c: Parameter<C>, returns: Text, example: String, given: String = "",
    _ body: @escaping (Object, A, B, C) throws -> Result
  ) {
    let declaration = Declaration.member(
      .method, of: type, name, summary, [a.info, b.info, c.info], returns: returns, example: example,
      given: given, gives: Result.self)
    let convention = CallingConvention(declaration)
    self.init(type, declaration) { state in
      guard let object = Object.held(state, 1) else { throw convention.colonFault(state) }
      if lua_gettop(state) == convention.count, let x = a.quick(state, 2), let y = b.quick(state, 3),
        let z = c.quick(state, 4)
      {
        return try body(object, x, y, z).push(state)
      }
      let (x, y, z) = try convention.values(state, a, b, c)
      return try body(object, x, y, z).push(state)
    }
  }

  @inlinable
  public init<Object: LuaClass, Result: LuaPushable, each P: LuaReadable>(
    of type: Object.Type, _ name: String, _ summary: Text, _ parameters: repeat Parameter<each P>,
    returns: Text,
    example: String, given: String = "", _ body: @escaping (Object, repeat each P) throws -> Result
  ) {
    var infos: [ParameterInfo] = []
    for parameter in repeat each parameters { infos.append(parameter.info) }
    let declaration = Declaration.member(
      .method, of: type, name, summary, infos, returns: returns, example: example, given: given,
      gives: Result.self)
    let convention = CallingConvention(declaration)
    self.init(type, declaration) { state in
      guard let object = Object.held(state, 1) else { throw convention.colonFault(state) }
      let slots = try convention.slots(state)
      var k = 0
      return try body(object, repeat convention.value(each parameters, slots.next(&k), state)).push(state)
    }
  }

  @inlinable
  public init<Object: LuaClass, each P: LuaReadable>(
    of type: Object.Type, _ name: String, _ summary: Text, _ parameters: repeat Parameter<each P>,
    returns: Text = Text(""), example: String, given: String = "",
    _ body: @escaping (Object, repeat each P) throws -> Void
  ) {
    self.init(
      of: type, name, summary, repeat each parameters, returns: returns, example: example, given: given
    ) {
      (object: Object, values: repeat each P) throws -> Nothing in
      try body(object, repeat each values)
      return Nothing()
    }
  }
}
