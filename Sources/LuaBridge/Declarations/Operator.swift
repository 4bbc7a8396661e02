internal import CLua
public import Report

/// An operator on a Swift class: `a + b`, `#t`, `clean(units)`, `for k, v in pairs(t)`.
public struct Operator: Item {
  public enum Symbol: String, Sendable, CaseIterable {
    case add = "+"
    case subtract = "-"
    case multiply = "*"
    case divide = "/"
    case floorDivide = "//"
    case remainder = "%"
    case power = "^"
    case negate = "unary -"
    case equal = "=="
    case less = "<"
    case lessOrEqual = "<="
    case count = "#"
    case concatenate = ".."
    case call = "()"
    case pairs = "pairs"
    case close = "close"

    var metamethod: String {
      switch self {
      case .add: "__add"
      case .subtract: "__sub"
      case .multiply: "__mul"
      case .divide: "__div"
      case .floorDivide: "__idiv"
      case .remainder: "__mod"
      case .power: "__pow"
      case .negate: "__unm"
      case .equal: "__eq"
      case .less: "__lt"
      case .lessOrEqual: "__le"
      case .count: "__len"
      case .concatenate: "__concat"
      case .call: "__call"
      case .pairs: "__pairs"
      case .close: "__close"
      }
    }
  }

  public let declaration: Declaration
  let symbol: Symbol
  let body: (LuaState) throws -> Int32
  private let prepare: (Interpreter) -> Void

  @usableFromInline
  init<Object: LuaClass>(
    _: Object.Type, _ symbol: Symbol, _ declaration: Declaration, _ body: @escaping (LuaState) throws -> Int32
  ) {
    self.declaration = declaration
    self.symbol = symbol
    self.body = body
    prepare = { $0.pushMetatable(Object.self) }
  }

  public func install(in interpreter: Interpreter) {
    prepare(interpreter)
    _ = SwiftFunction(declaration, body).push(interpreter.state)
    setField(interpreter.state, of: -2, symbol.metamethod)
    bridge_pop(interpreter.state, 1)
    interpreter.note(declaration)
  }
}

extension Operator {
  /// An operator on one object: `-t`, `#t`, `pairs(t)`.
  @inlinable
  public init<Object: LuaClass, Result: LuaPushable>(
    of type: Object.Type, _ symbol: Symbol, _ summary: Text, example: String, given: String = "",
    _ body: @escaping (Object) throws -> Result
  ) {
    let declaration = Declaration.member(
      .operator, of: type, symbol.rawValue, summary, [], returns: Text(""), example: example, given: given)
    self.init(type, symbol, declaration) { state in
      guard let object = Object.held(state, 1) else { throw CallingConvention.notOneOf(type, state) }
      return try body(object).push(state)
    }
  }

  /// An operator between two operands, at least one of which is the object: `t + 1`, `1 + t`. Each side is read
  /// as its own kind; give a `LuaFamily` or an `Operand` where a number may stand in for an object.
  @inlinable
  public init<Object: LuaClass, Left: LuaReadable, Right: LuaReadable, Result: LuaPushable>(
    of type: Object.Type, _ symbol: Symbol, _ summary: Text, example: String, given: String = "",
    _ body: @escaping (Left, Right) throws -> Result
  ) {
    let declaration = Declaration.member(
      .operator, of: type, symbol.rawValue, summary, [], returns: Text(""), example: example, given: given)
    self.init(type, symbol, declaration) { state in
      let left = try CallingConvention.operand(symbol, Left.self, state, 1)
      let right = try CallingConvention.operand(symbol, Right.self, state, 2)
      return try body(left, right).push(state)
    }
  }

  /// A call of the object itself: `clean(units)`, `net(x, { train = true })`.
  @inlinable
  public init<Object: LuaClass, Result: LuaPushable, each P: LuaReadable>(
    callOf type: Object.Type, _ summary: Text, _ parameters: repeat Parameter<each P>, returns: Text,
    example: String, given: String = "", _ body: @escaping (Object, repeat each P) throws -> Result
  ) {
    var infos: [ParameterInfo] = []
    for parameter in repeat each parameters { infos.append(parameter.info) }
    let declaration = Declaration.member(
      .operator, of: type, Symbol.call.rawValue, summary, infos, returns: returns, example: example,
      given: given, gives: Result.self)
    let convention = CallingConvention(declaration)
    self.init(type, .call, declaration) { state in
      guard let object = Object.held(state, 1) else { throw CallingConvention.notOneOf(type, state) }
      let slots = try convention.slots(state)
      var k = 0
      return try body(object, repeat convention.value(each parameters, slots.next(&k), state)).push(state)
    }
  }
}

/// An object or a number: one side of `t * 2`.
public enum Operand<Object: LuaClass>: LuaReadable {
  case object(Object)
  case number(Double)

  public static var luaKind: LuaKind {
    LuaKind(Text(en: "\(Object.luaTitle.en) or a number", zh: "\(Object.luaTitle.zh)或数"), shape: .object)
  }

  @inlinable public static func read(_ state: LuaState, _ index: Int32) throws -> Operand? {
    if let object = Object.held(state, index) { return .object(object) }
    return Double.read(state, index).map(Operand.number)
  }
}
