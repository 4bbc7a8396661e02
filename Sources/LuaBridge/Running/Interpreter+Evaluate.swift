internal import CLua
public import Report

extension Interpreter {
  /// Runs what was typed at a prompt: an expression gives its values, a statement's top-level locals stay.
  ///
  /// The last value that is not nil is `_` afterwards.
  public func evaluate(_ source: String, name: String) throws -> [LuaPicture] {
    references.free(state)
    return try balanced(state) {
      let base = lua_gettop(state)
      try loadTyped(source, name: name)
      try callLoaded(arguments: 0)
      let top = lua_gettop(state)
      guard top > base else { return [] }
      lua_checkstack(state, 40)
      let values = try (base + 1...top).map { try LuaPicture(state, $0) }
      if lua_type(state, base + 1) != LUA_TNIL {
        bridge_push_globals(state)
        lua_pushvalue(state, base + 1)
        setField(state, of: -2, "_")
      }
      return values
    }
  }

  private func loadTyped(_ source: String, name: String) throws {
    sources[name] = Source(source)
    if let fault = foreignConstant(in: source) { throw fault }
    if compile("return " + source + "\n", "=" + name) == LUA_OK { return }
    bridge_pop(state, 1)
    if let kept = KeptLocals(source).source {
      if compile(kept, "=" + name) == LUA_OK { return }
      bridge_pop(state, 1)
    }
    try load(source + "\n", name: name, isFile: false, shownAs: source)
  }

  /// Compiles onto the stack: the function, or the message.
  func compile(_ source: String, _ chunk: String) -> Int32 {
    var source = WideNames(source).source
    return source.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { bridge_load(state, $0.baseAddress, $0.count, chunk) }
    }
  }

  /// Calls the function below its arguments on the stack, on this thread, within reach of Ctrl-C.
  func callLoaded(arguments: Int32) throws {
    let place = bridge_enter(state)
    defer { bridge_leave(place) }
    let status = bridge_pcall(state, arguments, LUA_MULTRET, true)
    if status != LUA_OK, Interruption.isRequested { throw Fault.interrupted }
    try check(status, state)
  }

  /// Whether an entry can run, needs more lines, or never will.
  public func completeness(of source: String) -> Completeness {
    balanced(state) {
      if compile("return " + source + "\n", "=entry") == LUA_OK { return .complete }
      let asExpression = text(state, at: -1) ?? ""
      if compile(source + "\n", "=entry") == LUA_OK { return .complete }
      let message = text(state, at: -1) ?? ""
      let isOpen = message.hasSuffix("<eof>") || asExpression.hasSuffix("<eof>")
      let place = afterChunk(message)
      let what = place?.what ?? message
      // `t:speed` could go on with `"x"` on the next line; who types it means the field.
      let isField = what.hasPrefix("function arguments expected near <eof>")
      if isOpen, !isField, correction(of: source, message: what, line: place?.line ?? 1)?.isSure != true {
        return .incomplete
      }
      return .invalid(SyntaxFault(message, in: Source(source), name: "entry", isFile: false, lua: self).fault)
    }
  }
}

/// What a prompt does with an entry: run it, ask for the next line, or refuse it.
public enum Completeness: Sendable, Equatable {
  case complete
  case incomplete
  case invalid(Fault)
}
