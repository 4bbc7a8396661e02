public import CLua

extension Array: LuaReadable where Element: LuaReadable {
  public static var luaKind: LuaKind { .list(of: Element.luaKind) }

  @inlinable public static func read(_ L: LuaState, _ index: Int32) throws -> [Element]? {
    guard lua_type(L, index) == LUA_TTABLE else { return nil }
    let count = Int(lua_rawlen(L, index))
    let table = lua_absindex(L, index)
    lua_checkstack(L, 8)
    var elements: [Element] = []
    elements.reserveCapacity(count)
    for k in 0..<count {
      lua_rawgeti(L, table, lua_Integer(k + 1))
      defer { bridge_pop(L, 1) }
      if let value = try? Element.read(L, -1) {
        elements.append(value)
      } else {
        elements.append(try Element.elementSlowly(L, -1, k + 1))
      }
    }
    return elements
  }
}

extension LuaReadable {
  @usableFromInline @inline(never)
  static func elementSlowly(_ L: LuaState, _ index: Int32, _ position: Int) throws -> Self {
    try element(L, index, at: "[\(position)]")
  }
}

extension Array: LuaPushable where Element: LuaPushable {
  @inlinable public func push(_ L: LuaState) -> Int32 {
    lua_checkstack(L, 8)
    lua_createtable(L, Int32(count), 0)
    for k in 0..<count {
      _ = self[k].push(L)
      lua_rawseti(L, -2, lua_Integer(k + 1))
    }
    return 1
  }
}
