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
  private let state: UnsafeMutablePointer<bridge_state>

  init(_ L: LuaState, _ index: Int32) {
    state = bridge_of(L)
    references = Interpreter.of(L).references
    lua_pushvalue(L, index)
    reference = luaL_ref(L, bridge_registry())
  }

  deinit { references.giveUp(reference) }

  /// Calls the function. An error in it comes out as the Swift error it was, or as a `Fault`.
  public func call<each Argument: LuaPushable, Result: LuaReadable>(
    _ arguments: repeat each Argument, as: Result.Type = Result.self
  ) throws -> Result {
    let L = try enter()
    return try balanced(L) {
      var count: Int32 = 0
      _ = push(L)
      for argument in repeat each arguments { count += argument.push(L) }
      try Interpreter.of(L).check(bridge_pcall(L, count, 1, true), L)
      if let result = try Result.read(L, -1) { return result }
      throw Fault(
        .type, Text(en: "the function's result: ", zh: "函数的返回值：") + mismatch(wanted: Result.luaKind, L, -1))
    }
  }

  /// Calls the function and drops its results.
  public func callAsFunction<each Argument: LuaPushable>(_ arguments: repeat each Argument) throws {
    let L = try enter()
    try balanced(L) {
      var count: Int32 = 0
      _ = push(L)
      for argument in repeat each arguments { count += argument.push(L) }
      try Interpreter.of(L).check(bridge_pcall(L, count, 0, true), L)
    }
  }

  private func enter() throws -> LuaState {
    guard references.isOpen, pthread_equal(state.pointee.thread, pthread_self()) != 0 else {
      throw Fault(.ours, en: "a Lua function was called from outside its session", zh: "在会话之外调用了 Lua 函数")
    }
    return state.pointee.current
  }
}

extension LuaCallback: LuaConvertible {
  public static var luaKind: LuaKind { .function }

  public static func read(_ L: LuaState, _ index: Int32) throws -> LuaCallback? {
    guard lua_type(L, index) == LUA_TFUNCTION else { return nil }
    return LuaCallback(L, index)
  }

  public func push(_ L: LuaState) -> Int32 {
    lua_rawgeti(L, bridge_registry(), lua_Integer(reference))
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
  func free(_ L: LuaState) {
    let references = pending.withLock { state in
      defer { state.references.removeAll() }
      return state.references
    }
    for reference in references { luaL_unref(L, bridge_registry(), reference) }
  }
}
