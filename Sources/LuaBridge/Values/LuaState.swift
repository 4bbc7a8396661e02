internal import CLua

/// A Lua state or coroutine, as its C functions know it.
public typealias LuaState = OpaquePointer

/// The text at a stack index, without conversion: nil for anything but a string.
func text(_ L: LuaState, at index: Int32) -> String? {
  guard lua_type(L, index) == LUA_TSTRING else { return nil }
  var count = 0
  guard let bytes = lua_tolstring(L, index, &count) else { return nil }
  return String(decoding: UnsafeRawBufferPointer(start: bytes, count: count), as: UTF8.self)
}

/// Pushes a key's value from a table without metamethods.
func pushField(_ L: LuaState, of table: Int32, _ name: String) {
  let table = lua_absindex(L, table)
  _ = name.push(L)
  lua_rawget(L, table)
}

/// Takes the value on top into a field of a table, without metamethods.
func setField(_ L: LuaState, of table: Int32, _ name: String) {
  let table = lua_absindex(L, table)
  _ = name.push(L)
  bridge_insert(L, -2)
  lua_rawset(L, table)
}

/// Runs `body` and leaves the stack as high as it was.
func balanced<Result>(_ L: LuaState, _ body: () throws -> Result) rethrows -> Result {
  let top = lua_gettop(L)
  defer { lua_settop(L, top) }
  lua_checkstack(L, 40)
  return try body()
}
