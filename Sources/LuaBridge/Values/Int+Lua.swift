public import CLua

extension Int: LuaConvertible {
  public static var luaKind: LuaKind { .integer }

  /// Takes 3 and 3.0, not 3.5 and not "3".
  @inlinable public static func read(_ state: LuaState, _ index: Int32) -> Int? {
    guard lua_type(state, index) == LUA_TNUMBER else { return nil }
    var exact: Int32 = 0
    let value = lua_tointegerx(state, index, &exact)
    return exact != 0 ? Int(value) : nil
  }

  public static func readList(_ state: LuaState, _ table: Int32, count: Int) -> [Int]? {
    let integers = [Int](unsafeUninitializedCapacity: count) { place, filled in
      filled = place.withMemoryRebound(to: lua_Integer.self) { place in
        place.baseAddress.map { bridge_read_integers(state, table, $0, count) } ?? 0
      }
    }
    return integers.count == count ? integers : nil
  }

  @inlinable public func push(_ state: LuaState) -> Int32 {
    lua_pushinteger(state, lua_Integer(self))
    return 1
  }
}
