internal import CLua
internal import Glibc
internal import Report
internal import Synchronization

/// A Lua function that Swift holds and calls, on the thread that runs Lua.
///
///     Function("apply", …, .required("f", LuaCallback.self, …)) { f in try f.call(3, as: Double.self) }
public final class LuaCallback {
  private let reference: Int32
  private let references: References
  private let bridge: UnsafeMutablePointer<bridge_state>

  init(_ state: LuaState, _ index: Int32) {
    bridge = bridge_of(state)
    references = Interpreter.of(state).references
    lua_pushvalue(state, index)
    reference = luaL_ref(state, bridge_registry())
  }

  deinit { references.giveUp(reference) }

  /// Calls the function. An error in it comes out as the Swift error it was, or as a `Fault`.
  public func call<each Argument: LuaPushable, Result: LuaReadable>(
    _ arguments: repeat each Argument, as: Result.Type = Result.self
  ) throws -> Result {
    let state = try enter()
    return try balanced(state) {
      var count: Int32 = 0
      _ = push(state)
      for argument in repeat each arguments { count += argument.push(state) }
      try Interpreter.of(state).check(bridge_pcall(state, count, 1, true), state)
      if let result = try Result.read(state, -1) { return result }
      throw Fault(
        .type,
        Text(en: "the function's result: ", zh: "函数的返回值：") + mismatch(wanted: Result.luaKind, state, -1))
    }
  }

  /// Calls the function and drops its results.
  public func callAsFunction<each Argument: LuaPushable>(_ arguments: repeat each Argument) throws {
    let state = try enter()
    try balanced(state) {
      var count: Int32 = 0
      _ = push(state)
      for argument in repeat each arguments { count += argument.push(state) }
      try Interpreter.of(state).check(bridge_pcall(state, count, 0, true), state)
    }
  }

  /// The state that runs now.
  var state: LuaState { bridge.pointee.current }

  private func enter() throws -> LuaState {
    guard references.isOpen, pthread_equal(bridge.pointee.thread, pthread_self()) != 0 else {
      throw Fault(.ours, en: "a Lua function was called from outside its session", zh: "在会话之外调用了 Lua 函数")
    }
    return bridge.pointee.current
  }
}

extension LuaCallback: LuaConvertible {
  public static var luaKind: LuaKind { .function }

  public static func read(_ state: LuaState, _ index: Int32) throws -> LuaCallback? {
    guard lua_type(state, index) == LUA_TFUNCTION else { return nil }
    return LuaCallback(state, index)
  }

  public func push(_ state: LuaState) -> Int32 {
    lua_rawgeti(state, bridge_registry(), lua_Integer(reference))
    return 1
  }
}

/// Registry references given up by Swift, from whatever thread, until Lua's thread frees them.
final class References: Sendable {
  private struct Pending {
    var isOpen = true
    var references: [Int32] = []
  }
  private let pending = Mutex(Pending())

  var isOpen: Bool { pending.withLock { $0.isOpen } }

  func giveUp(_ reference: Int32) { pending.withLock { if $0.isOpen { $0.references.append(reference) } } }

  func close() { pending.withLock { $0.isOpen = false } }

  /// Frees what was given up. Called on Lua's thread.
  func free(_ state: LuaState) {
    let references = pending.withLock { pending in
      defer { pending.references.removeAll() }
      return pending.references
    }
    for reference in references { luaL_unref(state, bridge_registry(), reference) }
  }
}
