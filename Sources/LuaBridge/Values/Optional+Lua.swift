public import CLua

extension Optional: LuaReadable where Wrapped: LuaReadable {
  public static var luaKind: LuaKind { Wrapped.luaKind }

  @inlinable public static func read(_ state: LuaState, _ index: Int32) throws -> Wrapped?? {
    if lua_type(state, index) <= LUA_TNIL { return .some(nil) }
    guard let value = try Wrapped.read(state, index) else { return nil }
    return .some(value)
  }
}

extension Optional: LuaPushable where Wrapped: LuaPushable {
  @inlinable public func push(_ state: LuaState) -> Int32 {
    if let self { return self.push(state) }
    lua_pushnil(state)
    return 1
  }
}
