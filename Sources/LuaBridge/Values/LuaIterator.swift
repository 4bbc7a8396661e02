internal import CLua
internal import Report

/// What a `for` loop asks for values until it gives nil: `for row in t:rows() do`.
public struct LuaIterator: LuaPushable {
  private let next: (LuaState) throws -> Int32

  /// - Parameter next: the next value, or several (`Results`), and nil at the end.
  public init<Value: LuaPushable>(_ next: @escaping () throws -> Value?) {
    self.next = { state in
      if let value = try next() { return value.push(state) }
      lua_pushnil(state)
      return 1
    }
  }

  public init<Element: LuaPushable>(_ sequence: some Sequence<Element>) {
    var iterator = sequence.makeIterator()
    self.init { iterator.next() }
  }

  public func push(_ state: LuaState) -> Int32 {
    SwiftFunction(.anonymous, next).push(state)
    return 1
  }
}
