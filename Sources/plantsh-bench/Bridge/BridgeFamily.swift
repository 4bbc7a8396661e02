/// What one call from Lua into Swift costs, loop included.
enum BridgeFamily: Family {
  static let name = "bridge"

  static var rows: [any Row] {
    [
      BridgeRow(
        "two integers", setup: "local f = bench.add", body: "f(i, 2)", must: 60,
        lua: ("Lua's own C (math.max)", setup: "local f = math.max", body: "f(i, 2)")),
      BridgeRow(
        "method", setup: "local c = bench.counter()", body: "c:bump(1)", must: 120,
        lua: ("Lua's own C (s:byte)", setup: "local s = 'x'", body: "s:byte(1)")),
      BridgeRow(
        "one number", setup: "local f = bench.magnitude", body: "f(1.5)",
        lua: ("Lua's own C (math.abs)", setup: "local f = math.abs", body: "f(1.5)")),
      BridgeRow("three integers", setup: "local f = bench.add3", body: "f(i, 2, 3)"),
      BridgeRow("four integers", setup: "local f = bench.add4", body: "f(i, 2, 3, 4)"),
      BridgeRow("five integers (pack)", setup: "local f = bench.add5", body: "f(i, 2, 3, 4, 5)"),
      BridgeRow(
        "string in and out", setup: "local f, s = bench.echo, 'hello, world'", body: "f(s)",
        lua: ("Lua's own C (string.lower)", setup: "local f, s = string.lower, 'hello, world'", body: "f(s)")),
      BridgeRow(
        "option table", setup: "local f = bench.options", body: "f(i, { epochs = 3, rate = 0.1 })",
        count: 200_000),
      BridgeRow(
        "list of 1000 numbers", setup: "local f, t = bench.sum, {} for i = 1, 1000 do t[i] = i + 0.5 end",
        body: "f(t)", count: 2_000),
      BridgeRow(
        "operator, new object", setup: "local c = bench.counter()", body: "local d = c + c", count: 200_000),
      BridgeRow("property", setup: "local c = bench.counter()", body: "local v = c.value"),
    ]
  }
}
