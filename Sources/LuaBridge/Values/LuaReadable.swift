internal import CLua

/// A value that Swift can take from Lua. Reading never raises and never converts silently.
public protocol LuaReadable {
  /// What a value must be to be read.
  static var luaKind: LuaKind { get }
  /// The value at a stack index; nil when it is of another kind. Throws a `ReadingFault` for what is wrong inside.
  static func read(_ state: LuaState, _ index: Int32) throws -> Self?
  /// The list in a table, all at once; nil sends it the long way, element by element.
  static func readList(_ state: LuaState, _ table: Int32, count: Int) -> [Self]?
}

extension LuaReadable {
  @inlinable public static func readList(_ state: LuaState, _ table: Int32, count: Int) -> [Self]? { nil }
}

/// A value that Lua can take from Swift.
public protocol LuaPushable {
  /// Pushes the value, or several, and says how many.
  func push(_ state: LuaState) -> Int32
}

/// Both ways.
public typealias LuaConvertible = LuaReadable & LuaPushable
