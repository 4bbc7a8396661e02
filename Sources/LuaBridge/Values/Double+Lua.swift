public import CLua

extension Double: LuaConvertible {
  public static var luaKind: LuaKind { .number }

  @inlinable public static func read(_ L: LuaState, _ index: Int32) -> Double? {
    lua_type(L, index) == LUA_TNUMBER ? lua_tonumberx(L, index, nil) : nil
  }

  @inlinable public func push(_ L: LuaState) -> Int32 {
    lua_pushnumber(L, self)
    return 1
  }
}

extension Float: LuaConvertible {
  public static var luaKind: LuaKind { .number }

  @inlinable public static func read(_ L: LuaState, _ index: Int32) -> Float? {
    Double.read(L, index).map(Float.init)
  }

  @inlinable public func push(_ L: LuaState) -> Int32 { Double(self).push(L) }
}
