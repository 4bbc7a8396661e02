internal import LuaBridge

/// A loop in Lua around one call.
final class BridgeRow: Row {
  let heading: Heading
  private let ours: Loop
  private let lua: Loop?
  private let count: Int

  private struct Loop {
    var setup: String
    var body: String
  }

  /// - Parameters:
  ///   - must: nanoseconds for each call
  ///   - lua: a function of Lua's own that does much the same: the peer in our process
  init(
    _ row: String, setup: String, body: String, count: Int = 1_000_000, must: Double? = nil,
    lua: (name: String, setup: String, body: String)? = nil
  ) {
    heading = Heading(
      row: row, unit: "ns/call", must: must.map { .value($0) }, peers: lua.map { [$0.name] } ?? [])
    ours = Loop(setup: setup, body: body)
    self.lua = lua.map { Loop(setup: $0.setup, body: $0.body) }
    self.count = count
  }

  func measure(_ peer: String?) throws -> Double {
    let loop = peer == nil ? ours : lua ?? ours
    let interpreter = Interpreter()
    interpreter.install(.bench)
    _ = try interpreter.run(
      "measured = (function() \(loop.setup) return function(n) for i = 1, n do \(loop.body) end end end)()")
    return try leastNanoseconds(count: count) { try interpreter.run("measured(\(count))") }
  }
}
