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

  public static func read(_ L: LuaState, _ index: Int32) throws -> LuaValue? {
    switch lua_type(L, index) {
    case LUA_TBOOLEAN: return .bool(lua_toboolean(L, index) != 0)
    case LUA_TNUMBER:
      return lua_isinteger(L, index) != 0
        ? .int(Int(lua_tointegerx(L, index, nil))) : .number(lua_tonumberx(L, index, nil))
    case LUA_TSTRING: return text(L, at: index).map(LuaValue.string)
    case LUA_TTABLE: return .table(try LuaTable(L, lua_absindex(L, index), depth: 0))
    case LUA_TFUNCTION: return .function(LuaCallback(L, index))
    case LUA_TUSERDATA: return try LuaObject.read(L, index).map(LuaValue.object)
    case LUA_TNIL, LUA_TNONE: return .nil
    default: return nil
    }
  }
}

extension LuaTable {
  fileprivate init(_ L: LuaState, _ table: Int32, depth: Int) throws {
    guard depth < 60, lua_checkstack(L, 10) != 0 else { throw ReadingFault("", tooDeep) }
    let count = Int(lua_rawlen(L, table))
    var list: [LuaValue] = []
    list.reserveCapacity(count)
    for k in 0..<count {
      lua_rawgeti(L, table, lua_Integer(k + 1))
      defer { bridge_pop(L, 1) }
      list.append(try LuaTable.part(L, depth, at: "[\(k + 1)]"))
    }
    var entries: [(name: String, value: LuaValue)] = []
    let top = lua_gettop(L)
    defer { lua_settop(L, top) }
    lua_pushnil(L)
    while lua_next(L, table) != 0 {
      if let name = text(L, at: -2) {
        entries.append((name, try LuaTable.part(L, depth, at: "." + name)))
      } else if lua_isinteger(L, -2) == 0 || !(1...max(1, count)).contains(Int(lua_tointegerx(L, -2, nil))) {
        throw ReadingFault("", keyMismatch(L, -2))
      }
      bridge_pop(L, 1)
    }
    self.init(list: list, fields: Fields(entries))
  }

  /// The value on top, which stands inside a table.
  private static func part(_ L: LuaState, _ depth: Int, at path: String) throws -> LuaValue {
    guard lua_type(L, -1) == LUA_TTABLE else { return try LuaValue.element(L, -1, at: path) }
    do {
      return .table(try LuaTable(L, lua_absindex(L, -1), depth: depth + 1))
    } catch let fault as ReadingFault {
      throw fault.inside(path)
    }
  }
}

extension LuaValue: LuaPushable {
  public func push(_ L: LuaState) -> Int32 {
    switch self {
    case .nil: lua_pushnil(L)
    case .bool(let value): return value.push(L)
    case .int(let value): return value.push(L)
    case .number(let value): return value.push(L)
    case .string(let value): return value.push(L)
    case .table(let value): return value.push(L)
    case .object(let value): return value.push(L)
    case .function(let value): return value.push(L)
    }
    return 1
  }
}

extension LuaTable: LuaConvertible {
  public static var luaKind: LuaKind { .init(Text(en: "table", zh: "表"), shape: .any) }

  public static func read(_ L: LuaState, _ index: Int32) throws -> LuaTable? {
    guard lua_type(L, index) == LUA_TTABLE else { return nil }
    return try LuaTable(L, lua_absindex(L, index), depth: 0)
  }

  public func push(_ L: LuaState) -> Int32 {
    lua_checkstack(L, 10)
    lua_createtable(L, Int32(list.count), Int32(fields.count))
    for (k, value) in list.enumerated() {
      _ = value.push(L)
      lua_rawseti(L, -2, lua_Integer(k + 1))
    }
    for entry in fields {
      _ = entry.name.push(L)
      _ = entry.value.push(L)
      lua_rawset(L, -3)
    }
    return 1
  }
}
