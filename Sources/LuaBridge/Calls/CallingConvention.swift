internal import CLua
internal import Report

/// How a call gives its parameters, once for every function, method and call of an object.
///
/// Positional parameters have their places, options are named, in a table after them:
///
///     f(a, b)      f(a, { opt = 1 })      f(a, b, { opt = 1 })      f "text"
///
/// **One table alone** holds the whole call, the list part for the places, the names for the options; a positional
/// parameter may be named too:
///
///     f { a, opt = 1 }      f { a = 1, opt = 1 }
///
/// unless the first parameter is itself a table:
/// - a **list**: without named keys the table is that list, `nn.Sequential { a, b }`; with options declared and
///   names in it, the list part is the list and the names are options, `f { a, b, opt = 1 }`;
/// - a **map**: names that are options are options, all others are the map, `f { speed = "m/s", strict = true }`;
///   a map whose names must not be taken for options is followed by its options, `f({ strict = "m" }, {})`;
/// - **any value**: the table is that value.
///
/// **A table at the end** of several values is the option table, unless it stands at the place of a positional
/// parameter that takes a table. `nil` is a value that is not given. Too many values, an unknown option and a key
/// that is neither name nor place are faults.
public final class CallingConvention {
  let declaration: Declaration
  /// Stack index before the first argument: 1 for methods, whose object comes first.
  let offset: Int32
  /// The height of the stack in a call that needs no sorting; -1 when there are options.
  @usableFromInline let count: Int32
  /// Indices into the declaration's parameters.
  let positional: [Int]
  let options: [String: Int]
  let rest: Int?
  /// What a call asks of the declaration, laid out beforehand.
  private let plan: Plan

  @usableFromInline
  init(_ declaration: Declaration) {
    self.declaration = declaration
    offset = declaration.owner == nil ? 0 : 1
    let parameters = declaration.parameters
    positional = parameters.indices.filter { parameters[$0].place == .positional }
    rest = parameters.firstIndex { $0.place == .rest }
    var options: [String: Int] = [:]
    for (k, parameter) in parameters.enumerated() where parameter.place == .option {
      options[parameter.name] = k
    }
    self.options = options
    count = positional.count == parameters.count ? offset + Int32(positional.count) : -1
    plan = Plan(parameters, positional: positional, rest: rest)
  }

  /// Finds the place of each parameter, laying the values out of tables onto the stack.
  public func slots(_ state: LuaState) throws -> Slots {
    var slots = Slots()
    let given = lua_gettop(state) - offset
    if given == 1, lua_type(state, offset + 1) == LUA_TTABLE {
      lua_checkstack(state, plan.room)
      try sortTable(state, offset + 1, into: &slots)
    } else {
      try sortValues(state, given, into: &slots)
    }
    return slots
  }

  private func sortTable(_ state: LuaState, _ table: Int32, into slots: inout Slots) throws {
    switch plan.firstShape {
    case .any:
      slots[positional[0]] = table
    case .list where options.isEmpty || !hasNames(state, table):
      slots[positional[0]] = table
    case .list:
      try takeOptions(state, table, into: &slots)
      slots[positional[0]] = pushList(state, table, from: 1)
    case .map where options.isEmpty:
      slots[positional[0]] = table
    case .map:
      slots[positional[0]] = try pushMap(state, table, into: &slots)
    case .scalar, .object, nil:
      if positional.isEmpty, rest != nil, options.isEmpty {
        try sortValues(state, 1, into: &slots)
      } else {
        try sortWholeCall(state, table, into: &slots)
      }
    }
  }

  private func sortWholeCall(_ state: LuaState, _ table: Int32, into slots: inout Slots) throws {
    let count = Int(lua_rawlen(state, table))
    if count > positional.count, rest == nil { throw tooMany(count, state) }
    for (k, parameter) in positional.enumerated() {
      lua_rawgeti(state, table, lua_Integer(k + 1))
      slots[parameter] = lua_gettop(state)
    }
    try takeOptions(state, table, into: &slots)
    if let rest { slots[rest] = pushList(state, table, from: positional.count + 1) }
  }

  private func sortValues(_ state: LuaState, _ given: Int32, into slots: inout Slots) throws {
    var values = Int(given)
    if let table = optionTable(state, values) {
      lua_checkstack(state, plan.room)
      try takeOptions(state, table, into: &slots)
      values -= 1
    } else if !options.isEmpty, values == positional.count + 1, lua_type(state, offset + given) == LUA_TNIL {
      values -= 1
    }
    for k in 0..<min(values, positional.count) { slots[positional[k]] = offset + Int32(k) + 1 }
    if let rest {
      let first = positional.count
      lua_checkstack(state, plan.room)
      lua_createtable(state, Int32(max(0, values - first)), 0)
      for k in stride(from: first, to: values, by: 1) {
        lua_pushvalue(state, offset + Int32(k) + 1)
        lua_rawseti(state, -2, lua_Integer(k - first + 1))
      }
      slots[rest] = lua_gettop(state)
    } else if values > positional.count {
      throw tooMany(values, state)
    }
  }

  /// The last of several values, when it is the option table.
  private func optionTable(_ state: LuaState, _ values: Int) -> Int32? {
    guard !options.isEmpty, values > 0 else { return nil }
    let last = offset + Int32(values)
    guard lua_type(state, last) == LUA_TTABLE else { return nil }
    if values > positional.count { return plan.restTakesTable ? nil : last }
    return plan.takesTable[values - 1] ? nil : last
  }

  /// Lays out the named values of a table: options, and positional parameters that are named.
  private func takeOptions(_ state: LuaState, _ table: Int32, into slots: inout Slots) throws {
    var top = lua_gettop(state)
    lua_pushnil(state)
    while lua_next(state, table) != 0 {
      if let name = String.read(state, -2) {
        guard let parameter = plan.parameter(named: name) else { throw unknownOption(name, state) }
        // The value stays on the stack, below the key that asks for the next.
        bridge_insert(state, -2)
        top += 1
        slots[parameter] = top
      } else if lua_isinteger(state, -2) != 0 {
        bridge_pop(state, 1)
      } else {
        throw Fault(.usage, called + keyMismatch(state, -2))
      }
    }
  }

  private func hasNames(_ state: LuaState, _ table: Int32) -> Bool {
    var found = false
    lua_pushnil(state)
    while lua_next(state, table) != 0 {
      if lua_type(state, -2) == LUA_TSTRING { found = true }
      bridge_pop(state, 1)
    }
    return found
  }

  private func pushList(_ state: LuaState, _ table: Int32, from first: Int) -> Int32 {
    let count = Int(lua_rawlen(state, table))
    lua_createtable(state, Int32(max(0, count - first + 1)), 0)
    for k in stride(from: first, through: count, by: 1) {
      lua_rawgeti(state, table, lua_Integer(k))
      lua_rawseti(state, -2, lua_Integer(k - first + 1))
    }
    return lua_gettop(state)
  }

  private func pushMap(_ state: LuaState, _ table: Int32, into slots: inout Slots) throws -> Int32 {
    lua_createtable(state, 0, 8)
    let map = lua_gettop(state)
    for (name, parameter) in options {
      pushField(state, of: table, name)
      slots[parameter] = lua_gettop(state)
    }
    lua_pushnil(state)
    while lua_next(state, table) != 0 {
      if let name = text(state, at: -2), options[name] != nil {
        bridge_pop(state, 1)
        continue
      }
      lua_pushvalue(state, -2)
      bridge_insert(state, -2)
      lua_rawset(state, map)
    }
    return map
  }
}
