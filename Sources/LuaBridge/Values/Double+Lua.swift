public import CLua

extension Double: LuaConvertible {
  public static var luaKind: LuaKind { .number }

  @inlinable public static func read(_ state: LuaState, _ index: Int32) -> Double? {
    lua_type(state, index) == LUA_TNUMBER ? lua_tonumberx(state, index, nil) : nil
  }

  @inlinable public func push(_ state: LuaState) -> Int32 {
    lua_pushnumber(state, self)
    return 1
  }
}

extension Float: LuaConvertible {
  public static var luaKind: LuaKind { .number }

  @inlinable public static func read(_ state: LuaState, _ index: Int32) -> Float? {
    Double.read(state, index).map(Float.init)
  }

  @inlinable public func push(_ state: LuaState) -> Int32 { Double(self).push(state) }
}
