internal import CInterrupt
internal import CLua
internal import Report

/// A Swift closure as a Lua function: the context that the C door hands to the dispatcher.
final class SwiftFunction {
  let declaration: Declaration
  let body: (LuaState) throws -> Int32

  init(_ declaration: Declaration, _ body: @escaping (LuaState) throws -> Int32) {
    self.declaration = declaration
    self.body = body
  }

  @discardableResult
  func push(_ state: LuaState) -> Int32 {
    bridge_push_function(state, Unmanaged.passRetained(self).toOpaque())
    return 1
  }

  /// Tells the C side how to reach Swift; once in a process.
  static let connect: Void = {
    bridge_connect(callSwift, releaseSwift, explainError, { interrupt_requested() })
    interrupt_listen(bridge_interrupt)
  }()
}

private func callSwift(_ state: OpaquePointer?, _ context: UnsafeMutableRawPointer?) -> Int32 {
  guard let state, let context else { return 0 }
  return Unmanaged<SwiftFunction>.fromOpaque(context)._withUnsafeGuaranteedRef { function in
    do {
      return try function.body(state)
    } catch {
      return raise(error, state)
    }
  }
}

@inline(never)
private func raise(_ error: any Error, _ state: LuaState) -> Int32 {
  lua_settop(state, 0)
  lua_checkstack(state, 20)
  _ = ErrorObject(error, raisedOn: state).push(state)
  return Int32(BRIDGE_RAISE)
}

private func releaseSwift(_ object: UnsafeMutableRawPointer?) {
  if let object { Unmanaged<AnyObject>.fromOpaque(object).release() }
}

/// The message handler: what was raised becomes an error object while the place still stands on the stack.
private func explainError(_ state: OpaquePointer?) {
  guard let state else { return }
  if ErrorObject.held(state, 1) != nil { return }
  let object = ErrorObject(RuntimeFault(state, 1).fault, raisedOn: state)
  lua_settop(state, 0)
  _ = object.push(state)
}
