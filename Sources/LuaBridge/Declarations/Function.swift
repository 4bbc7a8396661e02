public import CLua
public import Report

/// A function of a module, declared once with its closure.
///
///     Function("data.csv", Text(en: "reads a CSV file", zh: "读取 CSV 文件"),
///       .required("path", String.self, Text(en: "the file", zh: "文件")),
///       .option("separator", String.self, Text(en: "between cells", zh: "分隔符"), default: ","),
///       returns: Text(en: "a table", zh: "表"), example: #"data.csv "line3.csv""#
///     ) { path, separator in
///       try Table(csv: path, separator: separator)
///     }
///
/// Required parameters have their places; options stand in a table (`CallingConvention`). Shapes of their own for
/// one to four parameters keep small calls quick; every other number goes through a parameter pack.
public struct Function: Item {
  public let declaration: Declaration
  let body: (LuaState) throws -> Int32

  @usableFromInline
  init(_ declaration: Declaration, _ body: @escaping (LuaState) throws -> Int32) {
    self.declaration = declaration
    self.body = body
  }

  public func install(in interpreter: Interpreter) {
    interpreter.define(declaration.name) { SwiftFunction(declaration, body).push($0) }
    interpreter.note(declaration)
  }
}

extension Function {
  @inlinable
  public init<Result: LuaPushable, A: LuaReadable>(
    _ name: String, _ summary: Text, _ a: Parameter<A>, returns: Text, example: String, given: String = "",
    _ body: @escaping (A) throws -> Result
  ) {
    let declaration = Declaration.function(
      name, summary, [a.info], returns: returns, example: example, given: given, gives: Result.self)
    let convention = CallingConvention(declaration)
    self.init(declaration) { state in
      if lua_gettop(state) == convention.count, let x = a.quick(state, 1) { return try body(x).push(state) }
      let x = try convention.values(state, a)
      return try body(x).push(state)
    }
  }

  @inlinable
  public init<Result: LuaPushable, A: LuaReadable, B: LuaReadable>(
    _ name: String, _ summary: Text, _ a: Parameter<A>, _ b: Parameter<B>, returns: Text, example: String,
    given: String = "", _ body: @escaping (A, B) throws -> Result
  ) {
    let declaration = Declaration.function(
      name, summary, [a.info, b.info], returns: returns, example: example, given: given, gives: Result.self)
    let convention = CallingConvention(declaration)
    self.init(declaration) { state in
      if lua_gettop(state) == convention.count, let x = a.quick(state, 1), let y = b.quick(state, 2) {
        return try body(x, y).push(state)
      }
      let (x, y) = try convention.values(state, a, b)
      return try body(x, y).push(state)
    }
  }

  @inlinable
  public init<Result: LuaPushable, A: LuaReadable, B: LuaReadable, C: LuaReadable>(
    _ name: String, _ summary: Text, _ a: Parameter<A>, _ b: Parameter<B>, _ c: Parameter<C>, returns: Text,
    example: String, given: String = "", _ body: @escaping (A, B, C) throws -> Result
  ) {
    let declaration = Declaration.function(
      name, summary, [a.info, b.info, c.info], returns: returns, example: example, given: given,
      gives: Result.self)
    let convention = CallingConvention(declaration)
    self.init(declaration) { state in
      if lua_gettop(state) == convention.count, let x = a.quick(state, 1), let y = b.quick(state, 2),
        let z = c.quick(state, 3)
      {
        return try body(x, y, z).push(state)
      }
      let (x, y, z) = try convention.values(state, a, b, c)
      return try body(x, y, z).push(state)
    }
  }

  @inlinable
  public init<Result: LuaPushable, A: LuaReadable, B: LuaReadable, C: LuaReadable, D: LuaReadable>(
    _ name: String, _ summary: Text, _ a: Parameter<A>, _ b: Parameter<B>, _ c: Parameter<C>,
    _ d: Parameter<D>, returns: Text, example: String, given: String = "",
    _ body: @escaping (A, B, C, D) throws -> Result
  ) {
    let declaration = Declaration.function(
      name, summary, [a.info, b.info, c.info, d.info], returns: returns, example: example, given: given,
      gives: Result.self)
    let convention = CallingConvention(declaration)
    self.init(declaration) { state in
      if lua_gettop(state) == convention.count, let x = a.quick(state, 1), let y = b.quick(state, 2),
        let z = c.quick(state, 3), let w = d.quick(state, 4)
      {
        return try body(x, y, z, w).push(state)
      }
      let (x, y, z, w) = try convention.values(state, a, b, c, d)
      return try body(x, y, z, w).push(state)
    }
  }

  @inlinable
  public init<Result: LuaPushable, each P: LuaReadable>(
    _ name: String, _ summary: Text, _ parameters: repeat Parameter<each P>, returns: Text, example: String,
    given: String = "", _ body: @escaping (repeat each P) throws -> Result
  ) {
    var infos: [ParameterInfo] = []
    for parameter in repeat each parameters { infos.append(parameter.info) }
    let declaration = Declaration.function(
      name, summary, infos, returns: returns, example: example, given: given, gives: Result.self)
    let convention = CallingConvention(declaration)
    self.init(declaration) { state in
      let slots = try convention.slots(state)
      var k = 0
      return try body(repeat convention.value(each parameters, slots.next(&k), state)).push(state)
    }
  }

  @inlinable
  public init<each P: LuaReadable>(
    _ name: String, _ summary: Text, _ parameters: repeat Parameter<each P>, returns: Text = Text(""),
    example: String, given: String = "", _ body: @escaping (repeat each P) throws -> Void
  ) {
    self.init(name, summary, repeat each parameters, returns: returns, example: example, given: given) {
      (values: repeat each P) throws -> Nothing in
      try body(repeat each values)
      return Nothing()
    }
  }
}
