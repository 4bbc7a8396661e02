public import CLua

extension Int: LuaConvertible {
  public static var luaKind: LuaKind { .integer }

  /// Takes 3 and 3.0, not 3.5 and not "3".
  @inlinable public static func read(_ L: LuaState, _ index: Int32) -> Int? {
    guard lua_type(L, index) == LUA_TNUMBER else { return nil }
    var exact: Int32 = 0
    let value = lua_tointegerx(L, index, &exact)
    return exact != 0 ? Int(value) : nil
  }

  @inlinable public func push(_ L: LuaState) -> Int32 {
    lua_pushinteger(L, lua_Integer(self))
    return 1
  }
}
