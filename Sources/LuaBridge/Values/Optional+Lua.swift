public import CLua

extension Optional: LuaReadable where Wrapped: LuaReadable {
  public static var luaKind: LuaKind { Wrapped.luaKind }

  @inlinable public static func read(_ L: LuaState, _ index: Int32) throws -> Wrapped?? {
    if lua_type(L, index) <= LUA_TNIL { return .some(nil) }
    guard let value = try Wrapped.read(L, index) else { return nil }
    return .some(value)
  }
}

extension Optional: LuaPushable where Wrapped: LuaPushable {
  @inlinable public func push(_ L: LuaState) -> Int32 {
    if let self { return self.push(L) }
    lua_pushnil(L)
    return 1
  }
}
