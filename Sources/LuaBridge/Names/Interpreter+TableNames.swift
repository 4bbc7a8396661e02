internal import CLua

/// Names in Lua tables, found without metamethods: an `__index` that is a table is looked into, one that is a
/// function is left alone.
extension Interpreter {
  /// Tables that stand behind each other, at most.
  private static let depth = 8
  /// Keys that are looked at and names that are taken: a table of data must not hold up who types.
  private static let mostKeys = 20_000
  private static let mostNames = 2000

  /// Pushes the value under a name of the table on top of the stack, or of the tables behind it.
  func pushRaw(_ name: String) {
    lua_pushvalue(state, -1)
    for _ in 0..<Interpreter.depth {
      pushField(state, of: -1, name)
      if lua_type(state, -1) != LUA_TNIL { break }
      bridge_pop(state, 1)
      guard pushTableBehind() else {
        lua_pushnil(state)
        break
      }
      bridge_remove(state, -2)
    }
    bridge_remove(state, -2)
  }

  /// Pushes the table that answers for the one on top of the stack where that has no value.
  private func pushTableBehind() -> Bool {
    guard lua_getmetatable(state, -1) != 0 else { return false }
    pushField(state, of: -1, "__index")
    bridge_remove(state, -2)
    if lua_type(state, -1) == LUA_TTABLE { return true }
    bridge_pop(state, 1)
    return false
  }

  /// The names in the table on top of the stack and in the tables behind it, in the order of the alphabet.
  func tableNames() -> [LuaName] {
    balanced(state) {
      var names: [String: LuaName.Kind] = [:]
      let modules = Set(declarations.lazy.filter { $0.kind == .module }.map(\.name))
      lua_checkstack(state, 2 * Int32(Interpreter.depth))
      for _ in 0..<Interpreter.depth {
        collectNames(into: &names, modules)
        guard pushTableBehind() else { break }
      }
      return names.map { LuaName($0.key, $0.value) }.sorted { $0.name < $1.name }
    }
  }

  private func collectNames(into names: inout [String: LuaName.Kind], _ modules: Set<String>) {
    let table = lua_absindex(state, -1)
    // The keys of a list come first; they are no names.
    let count = lua_rawlen(state, table)
    if count > 0 { lua_pushinteger(state, lua_Integer(count)) } else { lua_pushnil(state) }
    var looked = 0
    while lua_next(state, table) != 0 {
      if lua_type(state, -2) == LUA_TSTRING, let name = text(state, at: -2), names[name] == nil {
        names[name] =
          switch lua_type(state, -1) {
          case LUA_TFUNCTION: .function
          case LUA_TTABLE where modules.contains(name): .module
          default: .variable
          }
      }
      bridge_pop(state, 1)
      looked += 1
      if looked == Interpreter.mostKeys || names.count == Interpreter.mostNames {
        bridge_pop(state, 1)
        return
      }
    }
  }
}
