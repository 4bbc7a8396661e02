internal import CLua
internal import Report

extension Interpreter {
  /// Compiles and runs a chunk and gives its values.
  ///
  /// - Parameters:
  ///   - name: the file's path, or how the chunk is called in messages.
  ///   - isFile: faults name the file and line.
  ///   - arguments: what `...` is in the chunk.
  @discardableResult
  public func run(
    _ source: String, name: String = "chunk", isFile: Bool = false, arguments: [String] = []
  ) throws -> [LuaValue] {
    references.free(state)
    return try balanced(state) {
      let base = lua_gettop(state)
      try load(source, name: name, isFile: isFile, shownAs: source)
      for argument in arguments { _ = argument.push(state) }
      try callLoaded(arguments: Int32(arguments.count))
      let top = lua_gettop(state)
      lua_checkstack(state, 40)
      return top > base ? try (base + 1...top).map { try LuaValue.element(state, $0, at: "") } : []
    }
  }

  /// Compiles a chunk onto the stack, or throws its syntax fault.
  func load(_ code: String, name: String, isFile: Bool, shownAs source: String) throws {
    sources[name] = Source(source)
    let status = compile(code, (isFile ? "@" : "=") + name)
    guard status != LUA_OK else { return }
    let message = text(state, at: -1) ?? ""
    bridge_pop(state, 1)
    if status == LUA_ERRMEM { throw RuntimeFault.memory }
    throw SyntaxFault(message, in: Source(source), name: name, isFile: isFile, lua: self).fault
  }

  /// Throws the error on top of the stack as the Swift error it was.
  func check(_ status: Int32, _ state: LuaState) throws {
    guard status != LUA_OK else { return }
    defer { bridge_pop(state, 1) }
    if let object = ErrorObject.held(state, -1) { throw object.error }
    if status == LUA_ERRMEM { throw RuntimeFault.memory }
    throw RuntimeFault(state, lua_absindex(state, -1)).fault
  }

  /// A global variable's value.
  public func global<Value: LuaReadable>(_ name: String, as: Value.Type = Value.self) throws -> Value? {
    try balanced(state) {
      bridge_push_globals(state)
      pushField(state, of: -1, name)
      return try Value.read(state, -1)
    }
  }

  public func setGlobal(_ name: String, _ value: some LuaPushable) {
    balanced(state) {
      bridge_push_globals(state)
      _ = value.push(state)
      setField(state, of: -2, name)
    }
  }
}
