internal import CLua

/// A Lua table of names to values, in the order of the names by Unicode scalars: a Lua table has no order of its
/// own, and what follows from it (columns, messages) must not change from run to run.
///
///     t:with { speed = "v * 60", area = "w * h" }      -- area, then speed
public struct Fields<Value> {
  public private(set) var entries: [(name: String, value: Value)]

  public init(_ entries: [(name: String, value: Value)]) {
    self.entries = entries.sorted { $0.name.unicodeScalars.lexicographicallyPrecedes($1.name.unicodeScalars) }
  }

  public subscript(name: String) -> Value? { entries.first { $0.name == name }?.value }

  public var names: [String] { entries.map(\.name) }
}

extension Fields: RandomAccessCollection {
  public var startIndex: Int { 0 }
  public var endIndex: Int { entries.count }
  public subscript(position: Int) -> (name: String, value: Value) { entries[position] }
}

extension Fields: Sendable where Value: Sendable {}

extension Fields: LuaReadable where Value: LuaReadable {
  public static var luaKind: LuaKind { .map(of: Value.luaKind) }

  public static func read(_ state: LuaState, _ index: Int32) throws -> Fields? {
    guard lua_type(state, index) == LUA_TTABLE else { return nil }
    let table = lua_absindex(state, index)
    lua_checkstack(state, 8)
    var entries: [(name: String, value: Value)] = []
    lua_pushnil(state)
    while lua_next(state, table) != 0 {
      guard let name = text(state, at: -2) else {
        let fault = ReadingFault("", keyMismatch(state, -2))
        bridge_pop(state, 2)
        throw fault
      }
      do {
        entries.append((name, try Value.element(state, -1, at: "." + name)))
      } catch {
        bridge_pop(state, 2)
        throw error
      }
      bridge_pop(state, 1)
    }
    return Fields(entries)
  }
}

extension Fields: LuaPushable where Value: LuaPushable {
  public func push(_ state: LuaState) -> Int32 {
    lua_checkstack(state, 8)
    lua_createtable(state, 0, Int32(count))
    for entry in entries {
      _ = entry.name.push(state)
      _ = entry.value.push(state)
      lua_rawset(state, -3)
    }
    return 1
  }
}
