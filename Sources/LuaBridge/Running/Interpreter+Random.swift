internal import CLua
internal import Report

extension Interpreter {
  /// Starts Lua's own `math.random` from a seed; left alone it would start from the clock.
  public func seedRandom(_ seed: Int) {
    balanced(state) {
      bridge_push_globals(state)
      pushField(state, of: -1, "math")
      pushField(state, of: -1, "randomseed")
      _ = seed.push(state)
      if bridge_pcall(state, 1, 0, false) != LUA_OK { bridge_pop(state, 1) }
    }
  }
}
