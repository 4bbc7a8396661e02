internal import CInterrupt
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
    try run(source, name: name, isFile: isFile, arguments: arguments) { first, last in
      try first.map { try (Int32($0)...Int32(last)).map { try LuaValue.element(L, $0, at: "") } } ?? []
    }
  }

  /// Runs a chunk; `collect` sees the stack indices of the first and last value, nil for none.
  func run<Result>(
    _ source: String, name: String, isFile: Bool, arguments: [String],
    collect: (_ first: Int?, _ last: Int) throws -> Result
  ) throws -> Result {
    references.free(L)
    return try balanced(L) {
      let base = lua_gettop(L)
      try load(source, name: name, isFile: isFile)
      for argument in arguments { _ = argument.push(L) }
      let before = bridge_run_on_this_thread(L)
      defer { _ = bridge_run_on_this_thread(before) }
      let status = bridge_pcall(L, Int32(arguments.count), LUA_MULTRET, true)
      if status != LUA_OK, Interruption.isRequested { throw Fault.interrupted }
      try check(status, L)
      let top = lua_gettop(L)
      lua_checkstack(L, 40)
      return try collect(top > base ? Int(base) + 1 : nil, Int(top))
    }
  }

  /// Compiles a chunk onto the stack, or throws its syntax fault.
  func load(_ source: String, name: String, isFile: Bool) throws {
    sources[name] = Source(source)
    var source = source
    let chunk = (isFile ? "@" : "=") + name
    let status = source.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { bridge_load(L, $0.baseAddress, $0.count, chunk) }
    }
    guard status != LUA_OK else { return }
    let message = text(L, at: -1) ?? ""
    bridge_pop(L, 1)
    if status == LUA_ERRMEM { throw RuntimeFault.memory }
    throw SyntaxFault(message, in: Source(source), name: name, isFile: isFile).fault
  }

  /// Throws the error on top of the stack as the Swift error it was.
  func check(_ status: Int32, _ L: LuaState) throws {
    guard status != LUA_OK else { return }
    defer { bridge_pop(L, 1) }
    if let object = ErrorObject.held(L, -1) { throw object.error }
    if status == LUA_ERRMEM { throw RuntimeFault.memory }
    throw RuntimeFault(L, lua_absindex(L, -1)).fault
  }

  /// A global variable's value.
  public func global<Value: LuaReadable>(_ name: String, as: Value.Type = Value.self) throws -> Value? {
    try balanced(L) {
      bridge_push_globals(L)
      pushField(L, of: -1, name)
      return try Value.read(L, -1)
    }
  }

  public func setGlobal(_ name: String, _ value: some LuaPushable) {
    balanced(L) {
      bridge_push_globals(L)
      _ = value.push(L)
      setField(L, of: -2, name)
    }
  }
}
