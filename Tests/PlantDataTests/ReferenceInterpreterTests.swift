import PlantData
import Randomness
import Report
import Testing

/// Random expressions over random tables: the compiled steps and the plain interpreter agree.
@Suite struct ReferenceInterpreterTests {
  static func table(rows: Int, seed: UInt64) throws -> Table {
    var generator = SeededGenerator(seed: seed)
    func cells(_ make: (inout SeededGenerator) -> Cell) -> [Cell] {
      (0..<rows).map { _ in generator.below(5) == 0 ? nil : make(&generator) }
    }
    let words = ["GOOD", "bad", "", "R1", "温度", "a b"]
    return try Table([
      Column("i", cells { .int64(Int64($0.below(9)) - 4) }),
      Column("j", cells { .int64(Int64($0.below(7)) - 3) }),
      Column("x", cells { .float64(Double($0.below(17)) / 4 - 2) }),
      Column("y", cells { .float64(Double($0.below(9)) / 2 - 2) }),
      Column("s", cells { .text(words[$0.below(words.count)]) }),
      Column("t", cells { .text(words[$0.below(words.count)]) }),
      Column("p", cells { .bool($0.below(2) == 0) }),
      Column(
        "at", cells { .timestamp(Timestamp(microseconds: Int64($0.below(1_000_000_000)) * 977_000)) },
        zone: Zone(minutes: 480)),
      Column(
        "to", cells { .timestamp(Timestamp(microseconds: Int64($0.below(1_000_000_000)) * 977_000)) },
        zone: Zone(minutes: 480)),
    ])
  }

  struct Writer {
    var generator: SeededGenerator

    mutating func pick(_ choices: [String]) -> String { choices[generator.below(choices.count)] }

    mutating func number(_ depth: Int) -> String {
      guard depth > 0 else { return pick(["i", "j", "x", "y", "2", "0", "1.5", "3"]) }
      switch generator.below(9) {
      case 0...3:
        return "(\(number(depth - 1)) \(pick(["+", "-", "*", "/", "//", "%"])) \(number(depth - 1)))"
      case 4: return "\(pick(["abs", "floor", "round", "sqrt", "-"]))(\(number(depth - 1)))"
      case 5: return "\(pick(["min", "max", "fill"]))(\(number(depth - 1)), \(number(depth - 1)))"
      case 6: return "if_else(\(condition(depth - 1)), \(number(depth - 1)), \(number(depth - 1)))"
      case 7:
        return pick(["hour(at)", "minute(to)", "seconds(at - to)", "#s", "day(at + 3600)", "weekday(to)"])
      default: return "fill(\(number(depth - 1)), nil)"
      }
    }

    mutating func text(_ depth: Int) -> String {
      guard depth > 0 else { return pick(["s", "t", "'bad'", "'R1'", "''"]) }
      switch generator.below(5) {
      case 0: return "\(pick(["lower", "upper", "trim"]))(\(text(depth - 1)))"
      case 3: return "sub(\(text(depth - 1)), \(pick(["1, 2", "-2", "2", "0, -1", "3, 1"])))"
      case 1: return "(\(text(depth - 1)) .. \(pick(["i", "s", "p"])))"
      case 2: return "fill(\(text(depth - 1)), \(text(depth - 1)))"
      default: return "if_else(\(condition(depth - 1)), \(text(depth - 1)), \(text(depth - 1)))"
      }
    }

    mutating func condition(_ depth: Int) -> String {
      guard depth > 0 else { return pick(["p", "true", "(x > 0)", "(s == 'bad')", "(at < to)"]) }
      let comparison = pick(["<", "<=", ">", ">=", "==", "~="])
      switch generator.below(8) {
      case 0...1: return "(\(condition(depth - 1)) \(pick(["and", "or"])) \(condition(depth - 1)))"
      case 2: return "(not (\(condition(depth - 1))))"
      case 3...4: return "(\(number(depth - 1)) \(comparison) \(number(depth - 1)))"
      case 5: return "(\(text(depth - 1)) \(comparison) \(text(depth - 1)))"
      case 6: return "\(pick(["contains", "starts_with", "ends_with"]))(\(text(depth - 1)), 'a')"
      default: return "is_null(\(pick([number(depth - 1), text(depth - 1)])))"
      }
    }
  }

  @Test func compiledStepsAgreeWithThePlainInterpreter() throws {
    let table = try Self.table(rows: 70, seed: 7)
    var writer = Writer(generator: SeededGenerator(seed: 11))
    for turn in 0..<120 {
      let text = [writer.number(3), writer.condition(3), writer.text(3)][turn % 3]
      let expression = try Expression(text)
      let column = try expression.column("out", over: table)
      let reference = ReferenceInterpreter(expression, over: table)
      for row in 0..<table.rowCount {
        let wanted = try reference.value(row: row)
        #expect(same(column[row], wanted), "\(text) in row \(row): \(column[row]), wanted \(wanted)")
      }
    }
  }

  @Test func longTablesAreComputedInRuns() throws {
    let table = try Self.table(rows: 5003, seed: 3)
    let expression = try Expression("if_else(p or x > y, i * x + 1, fill(y, 0)) // 0.5")
    let column = try expression.column("out", over: table)
    let reference = ReferenceInterpreter(expression, over: table)
    for row in stride(from: 0, to: table.rowCount, by: 41) {
      #expect(same(column[row], try reference.value(row: row)))
    }
    #expect(same(column[5002], try reference.value(row: 5002)))
  }

  func same(_ a: Cell, _ b: Cell) -> Bool {
    if case .float64(let x) = a, case .float64(let y) = b, x.isNaN, y.isNaN { return true }
    return a == b
  }

  @Test func randomTextNeverCrashesTheParser() {
    var generator = SeededGenerator(seed: 5)
    let pieces = [
      "speed", "(", ")", "+", "..", "and", "or", "not", "'", "\"", "`", "1", "2.5e", "0x", "#", "[", "]",
      "col",
      ",", "温度", "（", "\\", "nil", "==", "~=", "\u{0}", "\u{301}", "🙂", "//", "%", "^", "-", " ", "if_else(",
    ]
    for _ in 0..<3000 {
      let text = (0..<generator.below(14)).map { _ in pieces[generator.below(pieces.count)] }.joined()
      do { _ = try Expression(text) } catch { #expect(error is Fault) }
      let bytes = (0..<generator.below(20)).map { _ in UInt8(generator.below(256)) }
      do { _ = try Expression(String(decoding: bytes, as: UTF8.self)) } catch { #expect(error is Fault) }
    }
  }
}
