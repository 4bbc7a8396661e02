public import CLua

extension Bool: LuaConvertible {
  public static var luaKind: LuaKind { .boolean }

  @inlinable public static func read(_ state: LuaState, _ index: Int32) -> Bool? {
    lua_type(state, index) == LUA_TBOOLEAN ? lua_toboolean(state, index) != 0 : nil
  }

  @inlinable public func push(_ state: LuaState) -> Int32 {
    lua_pushboolean(state, self ? 1 : 0)
    return 1
  }
}
