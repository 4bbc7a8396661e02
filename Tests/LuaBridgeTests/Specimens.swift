import LuaBridge
import Report
import Synchronization

/// A counter that Lua holds in these tests.
final class Counter: LuaClass {
  static let luaName = "counter"
  static let alive = Atomic<Int>(0)
  var value: Int
  var log: [String] = []

  init(_ value: Int) {
    self.value = value
    Counter.alive.add(1, ordering: .relaxed)
  }

  deinit { Counter.alive.subtract(1, ordering: .relaxed) }
}

enum How: String, CaseIterable, LuaChoice { case inner, left, anti }

struct Unexpected: Error, Equatable { var number: Int }

func help(_ words: String) -> Text { Text(en: words, zh: "（" + words + "）") }

extension Module {
  static var specimens: Module {
    Module("test", help("specimens")) {
      Function(
        "test.add", help("adds"), .required("a", Int.self, help("one")),
        .required("b", Int.self, help("other")),
        returns: help("the sum"), example: "return test.add(1, 2)"
      ) { a, b in a + b }
      Function(
        "test.csv", help("reads"), .required("path", String.self, help("the file")),
        .option("epochs", Int.self, help("passes"), default: 10, in: 1...10_000),
        .optional("missing", [String].self, help("words for nothing")),
        .option("how", How.self, help("which rows"), default: .inner),
        returns: help("words"), example: #"test.csv "a.csv""#
      ) { path, epochs, missing, how in
        "\(path) \(epochs) \(missing?.joined(separator: "+") ?? "-") \(how.rawValue)"
      }
      Function(
        "test.stack", help("a list"), .required("layers", [Int].self, help("layers")), returns: help("count"),
        example: "return test.stack { 1, 2 }"
      ) { layers in layers.count }
      Function(
        "test.residual", help("a list with options"), .required("layers", [Int].self, help("layers")),
        .option("scale", Double.self, help("scale"), default: 1), returns: help("words"),
        example: "return test.residual { 1, 2, scale = 2 }"
      ) { layers, scale in "\(layers) \(scale)" }
      Function(
        "test.expect", help("a map with options"), .required("rules", Fields<String>.self, help("rules")),
        .option("strict", Bool.self, help("strict"), default: false), returns: help("words"),
        example: #"return test.expect { a = "x" }"#
      ) { rules, strict in rules.map { "\($0.name)=\($0.value)" }.joined(separator: ",") + " \(strict)" }
      Function(
        "test.sum", help("sums"), .rest("values", Double.self, help("values")), returns: help("sum"),
        example: "return test.sum(1, 2)"
      ) { values in values.reduce(0, +) }
      Function(
        "test.fail", help("fails"), .positional("number", Int.self, help("which"), default: 0),
        returns: Text(""), example: "pcall(test.fail)"
      ) { (number: Int) throws -> Int in throw Unexpected(number: number) }
      Function("test.refuse", help("refuses"), example: "pcall(test.refuse)") {
        throw Fault(.data, en: "no", zh: "不", at: Place(file: "a.csv", row: 3))
      }
      Function(
        "test.apply", help("calls back"), .required("f", LuaCallback.self, help("f")),
        .required("x", Double.self, help("x")), returns: help("f(x)"),
        example: "return test.apply(math.abs, -1)"
      ) { f, x in try f.call(x, as: Double.self) }
      Function(
        "test.echo", help("gives back"), .required("value", LuaValue.self, help("any")),
        returns: help("the same"),
        example: "return test.echo { 1, a = 2 }"
      ) { value in value }
      Function(
        "test.counter", help("a counter"),
        .positional("start", Int.self, help("start"), default: 0, in: 0...),
        returns: help("it"), example: "return test.counter(3)"
      ) { start in Counter(start) }
      Function(
        "test.minmax", help("both ends"), .required("values", [Double].self, help("values")),
        returns: help("two"),
        example: "return test.minmax {1, 2}"
      ) { values in Results(values.min() ?? 0, values.max() ?? 0) }
      ObjectType(Counter.self, help("counts"), given: "c = test.counter(3)")
      Method(
        of: Counter.self, "bump", help("adds"), .positional("by", Int.self, help("how much"), default: 1),
        returns: help("the value"), example: "c:bump(2)"
      ) { counter, by in
        counter.value += by
        return counter.value
      }
      Method(
        of: Counter.self, "each", help("counts up"), returns: help("an iterator"),
        example: "for k in c:each() do end"
      ) { counter in LuaIterator(1...counter.value) }
      Property(of: Counter.self, "value", help("value"), example: "c.value") { $0.value }
      DynamicFields(of: Counter.self, help("letters"), example: "c.x", names: { _ in ["x", "温度"] }) {
        (counter: Counter, key: LuaKey) -> String? in
        switch key {
        case .string("x"): "ex"
        case .string("温度"): "warm"
        case .int(let k): k <= counter.value ? "item \(k)" : nil
        default: nil
        }
      }
      Operator(of: Counter.self, .add, help("adds"), example: "return c + 1") {
        (left: Operand<Counter>, right: Operand<Counter>) in
        func number(_ side: Operand<Counter>) -> Int {
          switch side {
          case .object(let counter): counter.value
          case .number(let value): Int(value)
          }
        }
        return Counter(number(left) + number(right))
      }
      Operator(of: Counter.self, .count, help("value"), example: "return #c") { (counter: Counter) in
        counter.value
      }
      Operator(
        callOf: Counter.self, help("adds"), .required("other", Counter.self, help("other")),
        .option("twice", Bool.self, help("twice"), default: false), returns: help("sum"),
        example: "return c(c)"
      ) { counter, other, twice in
        let times = twice ? 2 : 1
        return counter.value + times * other.value
      }
      Operator(of: Counter.self, .pairs, help("all"), example: "for k, v in pairs(c) do end") {
        (counter: Counter) in
        LuaIterator((0..<counter.value).lazy.map { Results($0 + 1, "item \($0 + 1)") })
      }
      Operator(of: Counter.self, .close, help("closes"), example: "local x <close> = c") {
        (counter: Counter, _: LuaValue) in
        counter.log.append("closed")
        return Nothing()
      }
    }
  }
}

/// An interpreter with the specimens.
func lua() -> Interpreter {
  let lua = Interpreter()
  lua.install(.specimens)
  return lua
}

/// What a chunk gives, as one line of words.
func words(_ lua: Interpreter, _ source: String) throws -> String {
  try lua.run("return " + source).map(spelled).joined(separator: " ")
}

func spelled(_ value: LuaValue) -> String {
  switch value {
  case .nil: "nil"
  case .bool(let value): "\(value)"
  case .int(let value): "\(value)"
  case .number(let value): "\(value)"
  case .string(let value): value
  case .table(let table):
    "{"
      + (table.list.map(spelled) + table.fields.map { "\($0.name)=\(spelled($0.value))" }).joined(
        separator: ",")
      + "}"
  case .object(let object): "\(type(of: object.object))"
  case .function: "function"
  }
}

/// The fault of a chunk in English.
func complaint(_ lua: Interpreter, _ source: String, in language: Language = .en) -> String {
  do {
    try lua.run(source)
    return "no fault"
  } catch let fault as Fault {
    return fault.in(language)
  } catch {
    return "\(error)"
  }
}
