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
    if !module.elsewhere.isEmpty { elsewhere[module.name] = module.elsewhere }
    for item in module.items { item.install(in: self) }
  }

  public func install(_ modules: [Module]) {
    for module in modules { install(module) }
  }

  /// Puts a value under a dotted name; tables on the way are made as modules.
  func define(_ path: String, _ push: (LuaState) -> Void) {
    balanced(state) {
      bridge_push_globals(state)
      let names = path.split(separator: ".").map(String.init)
      var above = ""
      for name in names.dropLast() {
        above += above.isEmpty ? name : "." + name
        pushField(state, of: -1, name)
        if lua_type(state, -1) != LUA_TTABLE {
          bridge_pop(state, 1)
          pushModule(named: above)
          lua_pushvalue(state, -1)
          setField(state, of: -3, name)
        }
        bridge_remove(state, -2)
      }
      push(state)
      setField(state, of: -2, names[names.count - 1])
    }
  }

  /// A table for a module: an unknown name in it is a fault that suggests.
  private func pushModule(named name: String) {
    lua_createtable(state, 0, 16)
    lua_createtable(state, 0, 2)
    SwiftFunction(.anonymous) { state in
      let typed = text(state, at: 2) ?? seen(state, 2).en
      throw Interpreter.of(state).unknown(typed, of: name, among: Interpreter.names(state, 1))
    }.push(state)
    setField(state, of: -2, "__index")
    _ = name.push(state)
    setField(state, of: -2, "__name")
    lua_setmetatable(state, -2)
  }

  func unknown(_ typed: String, of owner: String, among names: [String]) -> Fault {
    let what = Text(en: "\(owner) has no '\(typed)'", zh: "\(owner) 没有 '\(typed)'")
    guard let line = elsewhere[owner]?[typed] else { return Fault(.name, what + hint(typed, among: names)) }
    return Fault(.name, what + Text(en: " · here it is \(line)", zh: " · 这里写作 \(line)"), try: line)
  }

  /// The names in a table, sorted.
  static func names(_ state: LuaState, _ index: Int32) -> [String] {
    let table = lua_absindex(state, index)
    var names: [String] = []
    lua_pushnil(state)
    while lua_next(state, table) != 0 {
      if let name = text(state, at: -2) { names.append(name) }
      bridge_pop(state, 1)
    }
    return names.sorted()
  }

  /// Pushes the metatable of a class, made at its first use.
  func pushMetatable<Object: LuaClass>(_ type: Object.Type) {
    if lua_rawgetp(state, bridge_registry(), Object.luaTag) == LUA_TTABLE { return }
    bridge_pop(state, 1)
    fields[Object.luaTag] = TypeNames(name: Object.luaName)
    bridge_define_type(state, Object.luaTag, Object.luaName)
    SwiftFunction(.anonymous) { state in
      guard let object = Object.held(state, 1) else { throw CallingConvention.notOneOf(type, state) }
      return Interpreter.of(state).words(for: object).push(state)
    }.push(state)
    setField(state, of: -2, "__tostring")
    lua_createtable(state, 0, 16)
    lua_createtable(state, 0, 8)
    lua_pushvalue(state, -2)
    setField(state, of: -4, "methods")
    lua_pushvalue(state, -1)
    setField(state, of: -4, "getters")
    SwiftFunction(.anonymous) { state in try Interpreter.missing(type, state) }.push(state)
    bridge_push_index(state)
    setField(state, of: -2, "__index")
    SwiftFunction(.anonymous) { state in
      throw Object.luaAssignment(to: text(state, at: 2).map { "." + $0 } ?? "[\(seen(state, 2).en)]")
    }.push(state)
    setField(state, of: -2, "__newindex")
  }

  func pushMethods<Object: LuaClass>(_ type: Object.Type) { pushPart("methods", type) }

  func pushGetters<Object: LuaClass>(_ type: Object.Type) { pushPart("getters", type) }

  private func pushPart<Object: LuaClass>(_ part: String, _ type: Object.Type) {
    pushMetatable(type)
    pushField(state, of: -1, part)
    bridge_remove(state, -2)
  }

  /// Replaces what is asked when neither a method nor a property has the name.
  func setDynamic<Object: LuaClass>(
    _ type: Object.Type, _ body: @escaping (LuaState) throws -> Int32,
    _ names: @escaping (AnyObject) -> [String]
  ) {
    pushMetatable(type)
    pushField(state, of: -1, "methods")
    pushField(state, of: -2, "getters")
    SwiftFunction(.anonymous) { state in
      let found = try body(state)
      return found > 0 ? found : try Interpreter.missing(type, state)
    }.push(state)
    bridge_push_index(state)
    setField(state, of: -2, "__index")
    bridge_pop(state, 1)
    fields[Object.luaTag]?.dynamic = names
  }

  private static func missing<Object: LuaClass>(_ type: Object.Type, _ state: LuaState) throws -> Int32 {
    let lua = Interpreter.of(state)
    var names = lua.members(of: Object.luaName)
    if let object = Object.held(state, 1), let dynamic = lua.fields[Object.luaTag]?.dynamic {
      names += dynamic(object)
    }
    guard let typed = text(state, at: 2) else {
      let key = seen(state, 2)
      let what = Text(en: "\(Object.luaName) has no [\(key.en)]", zh: "\(Object.luaName) 没有 [\(key.zh)]")
      guard let line = lua.elsewhere[Object.luaName]?["[]"] else { throw Fault(.name, what) }
      throw Fault(.name, what + Text(en: " · here it is \(line)", zh: " · 这里写作 \(line)"), try: line)
    }
    throw lua.unknown(typed, of: Object.luaName, among: names)
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
