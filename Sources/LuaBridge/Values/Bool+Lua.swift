public import CLua

extension Bool: LuaConvertible {
  public static var luaKind: LuaKind { .boolean }

  @inlinable public static func read(_ L: LuaState, _ index: Int32) -> Bool? {
    lua_type(L, index) == LUA_TBOOLEAN ? lua_toboolean(L, index) != 0 : nil
  }

  @inlinable public func push(_ L: LuaState) -> Int32 {
    lua_pushboolean(L, self ? 1 : 0)
    return 1
  }
}
