internal import CLua
internal import Report

/// What is known of a Swift class by name, for near misses and completion.
struct TypeNames {
  var name: String
  var members: [String] = []
  var dynamic: ((AnyObject) -> [String])?
}

extension Interpreter {
  /// Declares a family of functions and types.
  public func install(_ module: Module) {
    note(module.declaration)
    for item in module.items { item.install(in: self) }
  }

  public func install(_ modules: [Module]) {
    for module in modules { install(module) }
  }

  /// Puts a value under a dotted name; tables on the way are made as modules.
  func define(_ path: String, _ push: (LuaState) -> Void) {
    balanced(L) {
      bridge_push_globals(L)
      let names = path.split(separator: ".").map(String.init)
      var above = ""
      for name in names.dropLast() {
        above += above.isEmpty ? name : "." + name
        pushField(L, of: -1, name)
        if lua_type(L, -1) != LUA_TTABLE {
          bridge_pop(L, 1)
          pushModule(named: above)
          lua_pushvalue(L, -1)
          setField(L, of: -3, name)
        }
        bridge_remove(L, -2)
      }
      push(L)
      setField(L, of: -2, names[names.count - 1])
    }
  }

  /// A table for a module: an unknown name in it is a fault that suggests.
  private func pushModule(named name: String) {
    lua_createtable(L, 0, 16)
    lua_createtable(L, 0, 2)
    SwiftFunction(.anonymous) { L in
      let typed = text(L, at: 2) ?? seen(L, 2).en
      throw Fault(.name, Interpreter.unknown(typed, of: name, among: Interpreter.names(L, 1)))
    }.push(L)
    setField(L, of: -2, "__index")
    _ = name.push(L)
    setField(L, of: -2, "__name")
    lua_setmetatable(L, -2)
  }

  static func unknown(_ typed: String, of owner: String, among names: [String]) -> Text {
    Text(en: "\(owner) has no '\(typed)'", zh: "\(owner) 没有 '\(typed)'") + hint(typed, among: names)
  }

  /// The names in a table, sorted.
  static func names(_ L: LuaState, _ index: Int32) -> [String] {
    let table = lua_absindex(L, index)
    var names: [String] = []
    lua_pushnil(L)
    while lua_next(L, table) != 0 {
      if let name = text(L, at: -2) { names.append(name) }
      bridge_pop(L, 1)
    }
    return names.sorted()
  }

  /// Pushes the metatable of a class, made at its first use.
  func pushMetatable<Object: LuaClass>(_ type: Object.Type) {
    if lua_rawgetp(L, bridge_registry(), Object.luaTag) == LUA_TTABLE { return }
    bridge_pop(L, 1)
    fields[Object.luaTag] = TypeNames(name: Object.luaName)
    bridge_define_type(L, Object.luaTag, Object.luaName)
    SwiftFunction(.anonymous) { L in
      guard let object = Object.held(L, 1) else { throw CallingConvention.notOneOf(type, L) }
      return Interpreter.of(L).words(for: object).push(L)
    }.push(L)
    setField(L, of: -2, "__tostring")
    lua_createtable(L, 0, 16)
    lua_createtable(L, 0, 8)
    lua_pushvalue(L, -2)
    setField(L, of: -4, "methods")
    lua_pushvalue(L, -1)
    setField(L, of: -4, "getters")
    SwiftFunction(.anonymous) { L in try Interpreter.missing(type, L) }.push(L)
    bridge_push_index(L)
    setField(L, of: -2, "__index")
    SwiftFunction(.anonymous) { L in
      throw Fault(
        .usage, en: "\(Object.luaName).\(text(L, at: 2) ?? "?") cannot be set",
        zh: "不能给 \(Object.luaName).\(text(L, at: 2) ?? "?") 赋值")
    }.push(L)
    setField(L, of: -2, "__newindex")
  }

  func pushMethods<Object: LuaClass>(_ type: Object.Type) { pushPart("methods", type) }

  func pushGetters<Object: LuaClass>(_ type: Object.Type) { pushPart("getters", type) }

  private func pushPart<Object: LuaClass>(_ part: String, _ type: Object.Type) {
    pushMetatable(type)
    pushField(L, of: -1, part)
    bridge_remove(L, -2)
  }

  /// Replaces what is asked when neither a method nor a property has the name.
  func setDynamic<Object: LuaClass>(
    _ type: Object.Type, _ body: @escaping (LuaState) throws -> Int32,
    _ names: @escaping (AnyObject) -> [String]
  ) {
    pushMetatable(type)
    pushField(L, of: -1, "methods")
    pushField(L, of: -2, "getters")
    SwiftFunction(.anonymous) { L in
      let found = try body(L)
      return found > 0 ? found : try Interpreter.missing(type, L)
    }.push(L)
    bridge_push_index(L)
    setField(L, of: -2, "__index")
    bridge_pop(L, 1)
    fields[Object.luaTag]?.dynamic = names
  }

  private static func missing<Object: LuaClass>(_ type: Object.Type, _ L: LuaState) throws -> Int32 {
    let lua = Interpreter.of(L)
    var names = lua.members(of: Object.luaName)
    if let object = Object.held(L, 1), let dynamic = lua.fields[Object.luaTag]?.dynamic {
      names += dynamic(object)
    }
    let typed = text(L, at: 2) ?? seen(L, 2).en
    throw Fault(.name, unknown(typed, of: Object.luaName, among: names))
  }

  /// Names of the methods and properties of a class.
  func members(of owner: String) -> [String] {
    declarations.filter {
      $0.owner == owner && ($0.kind == .method || $0.kind == .property) && $0.name != "…"
    }
    .map(\.name)
  }

  func words(for object: some LuaClass) -> String {
    if let displayable = object as? any Displayable { return displayable.text(on: surface) }
    if let described = object as? any CustomStringConvertible { return described.description }
    return Object.name(object)
  }

  private enum Object {
    static func name<C: LuaClass>(_: C) -> String { C.luaName }
  }
}
