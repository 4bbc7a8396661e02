internal import LuaBridge
internal import Report

/// What the rows call.
private final class BenchCounter: LuaClass {
  static let luaName = "counter"
  var value = 0
}

extension Module {
  static var bench: Module {
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
