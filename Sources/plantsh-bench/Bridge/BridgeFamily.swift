internal import LuaBridge
internal import Report

/// What one call from Lua into Swift costs, loop included.
enum BridgeFamily: Family {
  static let name = "bridge"

  static func measure(only: String?) throws -> [Measurement] {
    let lua = Interpreter()
    lua.install(.bench)
    return try rows.filter { only == nil || only == $0.name }.map { row in
      _ = try lua.run(
        "measured = (function() \(row.setup) return function(n) for i = 1, n do \(row.body) end end end)()")
      let value = try leastNanoseconds(count: row.count) { try lua.run("measured(\(row.count))") }
      return Measurement(row: row.name, unit: "ns/call", value: value, must: row.must, peer: row.peer)
    }
  }

  private struct Row {
    var name: String
    var setup: String
    var body: String
    var count = 1_000_000
    var must: Double?
    var peer: String?
  }

  private static let rows = [
    Row(name: "two integers", setup: "local f = bench.add", body: "f(i, 2)", must: 60),
    Row(name: "two integers", setup: "local f = math.max", body: "f(i, 2)", peer: "Lua's own C (math.max)"),
    Row(name: "method", setup: "local c = bench.counter()", body: "c:bump(1)", must: 120),
    Row(name: "method", setup: "local s = 'x'", body: "s:byte(1)", peer: "Lua's own C (s:byte)"),
    Row(name: "one number", setup: "local f = bench.magnitude", body: "f(1.5)"),
    Row(name: "one number", setup: "local f = math.abs", body: "f(1.5)", peer: "Lua's own C (math.abs)"),
    Row(name: "three integers", setup: "local f = bench.add3", body: "f(i, 2, 3)"),
    Row(name: "four integers", setup: "local f = bench.add4", body: "f(i, 2, 3, 4)"),
    Row(name: "five integers (pack)", setup: "local f = bench.add5", body: "f(i, 2, 3, 4, 5)"),
    Row(name: "string in and out", setup: "local f, s = bench.echo, 'hello, world'", body: "f(s)"),
    Row(
      name: "string in and out", setup: "local f, s = string.lower, 'hello, world'", body: "f(s)",
      peer: "Lua's own C (string.lower)"),
    Row(
      name: "option table", setup: "local f = bench.options", body: "f(i, { epochs = 3, rate = 0.1 })",
      count: 200_000),
    Row(
      name: "list of 1000 numbers", setup: "local f, t = bench.sum, {} for i = 1, 1000 do t[i] = i + 0.5 end",
      body: "f(t)", count: 2_000),
    Row(
      name: "operator, new object", setup: "local c = bench.counter()", body: "local d = c + c",
      count: 200_000),
    Row(name: "property", setup: "local c = bench.counter()", body: "local v = c.value"),
  ]
}

/// What the rows call.
private final class BenchCounter: LuaClass {
  static let luaName = "counter"
  var value = 0
}

extension Module {
  fileprivate static var bench: Module {
    let words = Text("")
    return Module("bench", words) {
      Function(
        "bench.add", words, .required("a", Int.self, words), .required("b", Int.self, words), returns: words,
        example: ""
      ) { a, b in a &+ b }
      Function(
        "bench.add3", words, .required("a", Int.self, words), .required("b", Int.self, words),
        .required("c", Int.self, words), returns: words, example: ""
      ) { a, b, c in a &+ b &+ c }
      Function(
        "bench.add4", words, .required("a", Int.self, words), .required("b", Int.self, words),
        .required("c", Int.self, words), .required("d", Int.self, words), returns: words, example: ""
      ) { a, b, c, d in a &+ b &+ c &+ d }
      Function(
        "bench.add5", words, .required("a", Int.self, words), .required("b", Int.self, words),
        .required("c", Int.self, words), .required("d", Int.self, words), .required("e", Int.self, words),
        returns: words, example: ""
      ) { a, b, c, d, e in a &+ b &+ c &+ d &+ e }
      Function("bench.magnitude", words, .required("x", Double.self, words), returns: words, example: "") {
        x in
        x.magnitude
      }
      Function("bench.echo", words, .required("s", String.self, words), returns: words, example: "") { s in s
      }
      Function("bench.sum", words, .required("values", [Double].self, words), returns: words, example: "") {
        values in
        values.reduce(0, +)
      }
      Function(
        "bench.options", words, .required("a", Int.self, words),
        .option("epochs", Int.self, words, default: 1),
        .option("rate", Double.self, words, default: 1), returns: words, example: ""
      ) { a, epochs, rate in Double(a + epochs) * rate }
      Function("bench.counter", words, returns: words, example: "") { BenchCounter() }
      ObjectType(BenchCounter.self, words)
      Method(
        of: BenchCounter.self, "bump", words, .required("by", Int.self, words), returns: words, example: ""
      ) { counter, by in
        counter.value &+= by
        return counter.value
      }
      Property(of: BenchCounter.self, "value", words, example: "") { $0.value }
      Operator(of: BenchCounter.self, .add, words, example: "") { (left: BenchCounter, right: BenchCounter) in
        let sum = BenchCounter()
        sum.value = left.value &+ right.value
        return sum
      }
    }
  }
}
