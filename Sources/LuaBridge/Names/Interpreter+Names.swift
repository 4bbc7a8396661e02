internal import CLua

/// A name that can be typed at a place.
public struct LuaName: Sendable, Hashable {
  public enum Kind: Sendable { case module, function, method, field, variable, option, keyword, file, choice }

  public var name: String
  public var kind: Kind
  /// What follows the name when nothing else fits: ` = `, a closing quote.
  public var ending: String

  public init(_ name: String, _ kind: Kind, ending: String = "") {
    self.name = name
    self.kind = kind
    self.ending = ending
  }
}

/// A value that a chain of names leads to, looked up without running anything.
public enum LuaTarget {
  /// A table: its names.
  case table([LuaName])
  /// An object: its class, the names that are data.
  case object(type: String, fields: [String])
  case function(Declaration?)
  case other
}

extension Interpreter {
  /// What `a.b.c` is, without calling metamethods: nil when a name on the way is not there. On the way through
  /// objects only declared properties and columns are asked, where they are objects themselves.
  public func target(of path: [String]) -> LuaTarget? {
    balanced(state) {
      bridge_push_globals(state)
      for name in path {
        switch lua_type(state, -1) {
        case LUA_TTABLE: pushRaw(name)
        case LUA_TUSERDATA:
          guard leadsToObject(name), pushMember(name) else { return nil }
        default: return nil
        }
      }
      return target()
    }
  }

  /// Whether the object on top of the stack has this name for another object.
  private func leadsToObject(_ name: String) -> Bool {
    guard case .object(let type, let fields) = target() else { return false }
    let own = declarations.first { $0.owner == type && $0.name == name }
    if let own { return own.kind == .property && own.gives != nil }
    return fields.contains(name)
      && declarations.contains { $0.owner == type && $0.name == "…" && $0.gives != nil }
  }

  private func pushMember(_ name: String) -> Bool {
    _ = name.push(state)
    return bridge_gettable(state, -2) == LUA_OK
  }

  /// Names of global variables that are objects with names that are data: tables with columns.
  public var globalObjects: [(type: String, fields: [String])] {
    balanced(state) {
      bridge_push_globals(state)
      var found: [(type: String, fields: [String])] = []
      lua_pushnil(state)
      while lua_next(state, -2) != 0 {
        if case .object(let type, let fields)? = target(), !fields.isEmpty { found.append((type, fields)) }
        bridge_pop(state, 1)
      }
      return found
    }
  }

  /// The value that a chain of names leads to, without calling metamethods; nil for none and for a table, whose size
  /// `listCount` and `target` tell.
  public func value(of path: [String]) -> LuaValue? {
    balanced(state) {
      guard pushValue(of: path), lua_type(state, -1) != LUA_TTABLE, lua_type(state, -1) != LUA_TNIL else {
        return nil
      }
      return try? LuaValue.read(state, -1)
    }
  }

  /// How many values the list part of a table has; nil where the chain leads to no table.
  public func listCount(of path: [String]) -> Int? {
    balanced(state) {
      pushValue(of: path) && lua_type(state, -1) == LUA_TTABLE ? Int(lua_rawlen(state, -1)) : nil
    }
  }

  /// Leaves the value on the stack, whatever it is; false when a name on the way is no table.
  private func pushValue(of path: [String]) -> Bool {
    bridge_push_globals(state)
    for name in path {
      guard lua_type(state, -1) == LUA_TTABLE else { return false }
      pushField(state, of: -1, name)
    }
    return true
  }

  /// What stands on top of the stack.
  private func target() -> LuaTarget? {
    switch lua_type(state, -1) {
    case LUA_TNIL: return nil
    case LUA_TTABLE: return .table(tableNames())
    case LUA_TSTRING: return target(of: ["string"])
    case LUA_TFUNCTION: return .function(declaration(at: -1))
    case LUA_TUSERDATA:
      guard let block = bridge_to_object(state, -1), let ref = block.pointee.ref,
        let type = block.pointee.type,
        let names = fields[type]
      else { return .other }
      let object = Unmanaged<AnyObject>.fromOpaque(ref).takeUnretainedValue()
      return .object(type: names.name, fields: names.dynamic?(object) ?? [])
    default: return .other
    }
  }

  /// The declaration of a function value that Swift gave.
  func declaration(at index: Int32) -> Declaration? {
    let index = lua_absindex(state, index)
    guard lua_iscfunction(state, index) != 0, lua_getupvalue(state, index, 1) != nil else { return nil }
    defer { bridge_pop(state, 1) }
    guard bridge_is_function_box(state, -1), let box = lua_touserdata(state, -1) else { return nil }
    guard let context = box.load(as: UnsafeMutableRawPointer?.self) else { return nil }
    return Unmanaged<SwiftFunction>.fromOpaque(context).takeUnretainedValue().declaration
  }

  /// The declaration of a function that Swift gave, nil for one written in Lua.
  public func declaration(of function: LuaCallback) -> Declaration? {
    balanced(state) {
      _ = function.push(state)
      return declaration(at: -1)
    }
  }

  /// Names of all global variables.
  var globalNames: [String] {
    balanced(state) {
      bridge_push_globals(state)
      return Interpreter.names(state, -1)
    }
  }
}
