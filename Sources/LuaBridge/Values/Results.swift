internal import CLua

/// Several results: `return Results(train, test)` is `local train, test = …` in Lua.
public struct Results<each Value: LuaPushable>: LuaPushable {
  @usableFromInline let values: (repeat each Value)

  @inlinable public init(_ values: repeat each Value) { self.values = (repeat each values) }

  @inlinable public func push(_ state: LuaState) -> Int32 {
    var count: Int32 = 0
    for value in repeat each values { count += value.push(state) }
    return count
  }
}

/// No result.
public struct Nothing: LuaPushable {
  @inlinable public init() {}
  @inlinable public func push(_ state: LuaState) -> Int32 { 0 }
}
