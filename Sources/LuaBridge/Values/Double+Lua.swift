public import CLua

extension Double: LuaConvertible {
  public static var luaKind: LuaKind { .number }

  @inlinable public static func read(_ state: LuaState, _ index: Int32) -> Double? {
    lua_type(state, index) == LUA_TNUMBER ? lua_tonumberx(state, index, nil) : nil
  }

  public static func readList(_ state: LuaState, _ table: Int32, count: Int) -> [Double]? {
    let numbers = [Double](unsafeUninitializedCapacity: count) { place, filled in
      filled = place.baseAddress.map { bridge_read_numbers(state, table, $0, count) } ?? 0
    }
    return numbers.count == count ? numbers : nil
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
