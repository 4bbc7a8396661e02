internal import CLua
internal import Report

/// Any Lua value, copied; objects and functions are held.
public indirect enum LuaValue {
  case `nil`
  case bool(Bool)
  case int(Int)
  case number(Double)
  case string(String)
  case table(LuaTable)
  case object(LuaObject)
  case function(LuaCallback)
}

/// A copied Lua table: its list 1, 2, … and its named fields.
public struct LuaTable {
  public var list: [LuaValue]
  public var fields: Fields<LuaValue>

  public init(list: [LuaValue] = [], fields: Fields<LuaValue> = Fields([])) {
    self.list = list
    self.fields = fields
  }
}

extension LuaValue: LuaReadable {
  public static var luaKind: LuaKind { .any }

  public static func read(_ state: LuaState, _ index: Int32) throws -> LuaValue? {
    switch lua_type(state, index) {
    case LUA_TBOOLEAN: return .bool(lua_toboolean(state, index) != 0)
    case LUA_TNUMBER:
      return lua_isinteger(state, index) != 0
        ? .int(Int(lua_tointegerx(state, index, nil))) : .number(lua_tonumberx(state, index, nil))
    case LUA_TSTRING: return text(state, at: index).map(LuaValue.string)
    case LUA_TTABLE: return .table(try LuaTable(state, lua_absindex(state, index), depth: 0))
    case LUA_TFUNCTION: return .function(LuaCallback(state, index))
    case LUA_TUSERDATA: return try LuaObject.read(state, index).map(LuaValue.object)
    case LUA_TNIL, LUA_TNONE: return .nil
    default: return nil
    }
  }
}

extension LuaTable {
  fileprivate init(_ state: LuaState, _ table: Int32, depth: Int) throws {
    guard depth < 60, lua_checkstack(state, 10) != 0 else { throw ReadingFault("", tooDeep) }
    let count = Int(lua_rawlen(state, table))
    var list: [LuaValue] = []
    list.reserveCapacity(count)
    for k in 0..<count {
      lua_rawgeti(state, table, lua_Integer(k + 1))
      defer { bridge_pop(state, 1) }
      list.append(try LuaTable.part(state, depth, at: "[\(k + 1)]"))
    }
    var entries: [(name: String, value: LuaValue)] = []
    let top = lua_gettop(state)
    defer { lua_settop(state, top) }
    lua_pushnil(state)
    while lua_next(state, table) != 0 {
      if let name = text(state, at: -2) {
        entries.append((name, try LuaTable.part(state, depth, at: "." + name)))
      } else if lua_isinteger(state, -2) == 0
        || !(1...max(1, count)).contains(Int(lua_tointegerx(state, -2, nil)))
      {
        throw ReadingFault("", keyMismatch(state, -2))
      }
      bridge_pop(state, 1)
    }
    self.init(list: list, fields: Fields(entries))
  }

  /// The value on top, which stands inside a table.
  private static func part(_ state: LuaState, _ depth: Int, at path: String) throws -> LuaValue {
    guard lua_type(state, -1) == LUA_TTABLE else { return try LuaValue.element(state, -1, at: path) }
    do {
      return .table(try LuaTable(state, lua_absindex(state, -1), depth: depth + 1))
    } catch let fault as ReadingFault {
      throw fault.inside(path)
    }
  }
}

extension LuaValue: LuaPushable {
  public func push(_ state: LuaState) -> Int32 {
    switch self {
    case .nil: lua_pushnil(state)
    case .bool(let value): return value.push(state)
    case .int(let value): return value.push(state)
    case .number(let value): return value.push(state)
    case .string(let value): return value.push(state)
    case .table(let value): return value.push(state)
    case .object(let value): return value.push(state)
    case .function(let value): return value.push(state)
    }
    return 1
  }
}

extension LuaTable: LuaConvertible {
  public static var luaKind: LuaKind { .init(Text(en: "table", zh: "表"), shape: .any) }

  public static func read(_ state: LuaState, _ index: Int32) throws -> LuaTable? {
    guard lua_type(state, index) == LUA_TTABLE else { return nil }
    return try LuaTable(state, lua_absindex(state, index), depth: 0)
  }

  public func push(_ state: LuaState) -> Int32 {
    lua_checkstack(state, 10)
    lua_createtable(state, Int32(list.count), Int32(fields.count))
    for (k, value) in list.enumerated() {
      _ = value.push(state)
      lua_rawseti(state, -2, lua_Integer(k + 1))
    }
    for entry in fields {
      _ = entry.name.push(state)
      _ = entry.value.push(state)
      lua_rawset(state, -3)
    }
    return 1
  }
}
