internal import CLua

/// A Lua state or coroutine, as its C functions know it.
public typealias LuaState = OpaquePointer

/// The text at a stack index, without conversion: nil for anything but a string.
func text(_ state: LuaState, at index: Int32) -> String? {
  guard lua_type(state, index) == LUA_TSTRING else { return nil }
  var count = 0
  guard let bytes = lua_tolstring(state, index, &count) else { return nil }
  return String(decoding: UnsafeRawBufferPointer(start: bytes, count: count), as: UTF8.self)
}

/// Pushes a key's value from a table without metamethods.
func pushField(_ state: LuaState, of table: Int32, _ name: String) {
  let table = lua_absindex(state, table)
  _ = name.push(state)
  lua_rawget(state, table)
}

/// Takes the value on top into a field of a table, without metamethods.
func setField(_ state: LuaState, of table: Int32, _ name: String) {
  let table = lua_absindex(state, table)
  _ = name.push(state)
  bridge_insert(state, -2)
  lua_rawset(state, table)
}

/// Runs `body` and leaves the stack as high as it was.
func balanced<Result>(_ state: LuaState, _ body: () throws -> Result) rethrows -> Result {
  let top = lua_gettop(state)
  defer { lua_settop(state, top) }
  lua_checkstack(state, 40)
  return try body()
}
