public import CLua

extension Array: LuaReadable where Element: LuaReadable {
  public static var luaKind: LuaKind { .list(of: Element.luaKind) }

  @inlinable public static func read(_ state: LuaState, _ index: Int32) throws -> [Element]? {
    guard lua_type(state, index) == LUA_TTABLE else { return nil }
    let count = Int(lua_rawlen(state, index))
    let table = lua_absindex(state, index)
    if let elements = Element.readList(state, table, count: count) { return elements }
    lua_checkstack(state, 8)
    var elements: [Element] = []
    elements.reserveCapacity(count)
    for k in 0..<count {
      lua_rawgeti(state, table, lua_Integer(k + 1))
      defer { bridge_pop(state, 1) }
      if let value = try? Element.read(state, -1) {
        elements.append(value)
      } else {
        elements.append(try Element.elementSlowly(state, -1, k + 1))
      }
    }
    return elements
  }
}

extension LuaReadable {
  @usableFromInline @inline(never)
  static func elementSlowly(_ state: LuaState, _ index: Int32, _ position: Int) throws -> Self {
    try element(state, index, at: "[\(position)]")
  }
}

extension Array: LuaPushable where Element: LuaPushable {
  @inlinable public func push(_ state: LuaState) -> Int32 {
    lua_checkstack(state, 8)
    lua_createtable(state, Int32(count), 0)
    for k in 0..<count {
      _ = self[k].push(state)
      lua_rawseti(state, -2, lua_Integer(k + 1))
    }
    return 1
  }
}
