#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Computes an expression one row at a time, plainly: what the compiled steps must agree with.
package final class ReferenceInterpreter {
  private let compiler: ExpressionCompiler
  private let expression: Expression
  /// Kind and zone of each part, as the compiler gave them.
  private var kinds: [Syntax: (kind: Kind, zone: Zone?)] = [:]

  package init(_ expression: Expression, over table: Table) {
    self.expression = expression
    compiler = ExpressionCompiler(source: expression.source, table: table)
  }

  package func value(row: Int) throws -> Cell { try value(expression.syntax, row) }

  private func value(_ syntax: Syntax, _ row: Int) throws -> Cell {
    let found = try bare(syntax, row)
    if try kind(of: syntax).kind == .float64, case .int64(let whole) = found {
      return .float64(Double(whole))
    }
    return found
  }

  private func bare(_ syntax: Syntax, _ row: Int) throws -> Cell {
    switch syntax {
    case .integer(let value, _): return .int64(value)
    case .number(let value, _): return .float64(value)
    case .text(let value, _): return .text(value)
    case .bool(let value, _): return .bool(value)
    case .null: return .missing
    case .column(let name, _): return try compiler.table.column(name)[row]
    case .unary(let sign, let operand, _):
      switch (sign, try value(operand, row)) {
      case (.not, .bool(let x)): return .bool(!x)
      case (.negate, .int64(let x)): return .int64(0 &- x)
      case (.negate, .float64(let x)): return .float64(-x)
      case (.length, .text(let x)): return .int64(Int64(x.count))
      default: return .missing
      }
    case .binary(let sign, let left, let right, _): return try binary(sign, left, right, row)
    case .call(let name, let arguments, _): return try call(name, arguments, row)
    }
  }

  private func binary(_ sign: BinaryOperator, _ left: Syntax, _ right: Syntax, _ row: Int) throws -> Cell {
    let a = try value(left, row), b = try value(right, row)
    if sign == .and {
      if a == false || b == false { return false }
      return a == .missing || b == .missing ? .missing : true
    }
    if sign == .or {
      if a == true || b == true { return true }
      return a == .missing || b == .missing ? .missing : false
    }
    if case .null = left { return .bool((b == .missing) == (sign == .equal)) }
    if case .null = right { return .bool((a == .missing) == (sign == .equal)) }
    if a == .missing || b == .missing { return .missing }
    if sign == .concatenate {
      return .text(a.plainText(in: try zone(left)) + b.plainText(in: try zone(right)))
    }
    switch (a, b) {
    case (.int64(let x), .int64(let y)): return integers(sign, x, y)
    case (.int64(let x), .float64(let y)): return numbers(sign, Double(x), y)
    case (.float64(let x), .int64(let y)): return numbers(sign, x, Double(y))
    case (.float64(let x), .float64(let y)): return numbers(sign, x, y)
    case (.text(let x), .text(let y)): return test(sign, TextOrder.compare(x, y), 0)
    case (.timestamp(let x), .timestamp(let y)):
      if sign == .subtract { return .float64(Double(x.microseconds - y.microseconds) / 1e6) }
      return test(sign, x, y)
    case (.timestamp(let x), .int64(let y)): return shifted(x, Double(y), sign)
    case (.timestamp(let x), .float64(let y)): return shifted(x, y, sign)
    case (.int64(let x), .timestamp(let y)): return shifted(y, Double(x), sign)
    case (.float64(let x), .timestamp(let y)): return shifted(y, x, sign)
    case (.bool(let x), .bool(let y)): return .bool((x == y) == (sign == .equal))
    default: return .missing
    }
  }

  private func kind(of syntax: Syntax) throws -> (kind: Kind, zone: Zone?) {
    if let known = kinds[syntax] { return known }
    let plan = try compiler.plan(syntax)
    kinds[syntax] = (plan.kind, plan.zone)
    return (plan.kind, plan.zone)
  }

  private func zone(_ syntax: Syntax) throws -> Zone? { try kind(of: syntax).zone }

  private func shifted(_ time: Timestamp, _ seconds: Double, _ sign: BinaryOperator) -> Cell {
    let change = Time.microseconds(seconds)
    let moved = sign == .add ? time.microseconds &+ change : time.microseconds &- change
    return .timestamp(Timestamp(microseconds: moved))
  }

  private func test<Value: Comparable>(_ sign: BinaryOperator, _ x: Value, _ y: Value) -> Cell {
    switch sign {
    case .less: .bool(x < y)
    case .greater: .bool(x > y)
    case .lessOrEqual: .bool(x <= y)
    case .greaterOrEqual: .bool(x >= y)
    case .equal: .bool(x == y)
    case .notEqual: .bool(x != y)
    default: .missing
    }
  }

  private func integers(_ sign: BinaryOperator, _ x: Int64, _ y: Int64) -> Cell {
    switch sign {
    case .add: .int64(x &+ y)
    case .subtract: .int64(x &- y)
    case .multiply: .int64(x &* y)
    case .floorDivide: y == 0 ? .missing : .int64(Arithmetic.floorDivide(x, y))
    case .remainder: y == 0 ? .missing : .int64(Arithmetic.remainder(x, y))
    case .divide, .power: numbers(sign, Double(x), Double(y))
    default: test(sign, x, y)
    }
  }

  private func numbers(_ sign: BinaryOperator, _ x: Double, _ y: Double) -> Cell {
    switch sign {
    case .add: .float64(x + y)
    case .subtract: .float64(x - y)
    case .multiply: .float64(x * y)
    case .divide: .float64(x / y)
    case .floorDivide: .float64((x / y).rounded(.down))
    case .remainder: .float64(Arithmetic.remainder(x, y))
    case .power: .float64(pow(x, y))
    default: test(sign, x, y)
    }
  }
}

extension ReferenceInterpreter {
  private func call(_ name: String, _ arguments: [Syntax], _ row: Int) throws -> Cell {
    let cells = try arguments.map { try value($0, row) }
    switch name {
    case "is_null": return .bool(cells[0] == .missing)
    case "if_else": return cells[0] == true ? cells[1] : cells[2]
    case "fill": return cells[0] == .missing ? cells[1] : cells[0]
    default: break
    }
    if cells.contains(.missing) { return .missing }
    switch (name, cells[0]) {
    case ("min", _), ("max", _): return extreme(name, cells)
    case ("abs", .int64(let x)): return .int64(x < 0 ? 0 &- x : x)
    case ("floor", .int64), ("ceil", .int64), ("round", .int64): return cells[0]
    case ("seconds", .int64(let x)): return .float64(Double(x))
    case (_, .int64(let x)): return number(name, Double(x), cells)
    case (_, .float64(let x)): return number(name, x, cells)
    case (_, .text(let x)): return text(name, x, cells)
    case (_, .timestamp(let x)): return calendar(name, CalendarTime(x, in: try zone(arguments[0])))
    default: return .missing
    }
  }

  private func extreme(_ name: String, _ cells: [Cell]) -> Cell {
    let values = cells.map { cell -> Double in
      switch cell {
      case .int64(let x): Double(x)
      case .float64(let x): x
      case .timestamp(let x): Double(x.microseconds)
      default: .nan
      }
    }
    if values.contains(where: \.isNaN) { return .float64(.nan) }
    let best = name == "min" ? values.min() : values.max()
    return cells[values.firstIndex { $0 == best } ?? 0]
  }

  private func number(_ name: String, _ x: Double, _ cells: [Cell]) -> Cell {
    switch name {
    case "abs": return .float64(abs(x))
    case "floor": return .float64(x.rounded(.down))
    case "ceil": return .float64(x.rounded(.up))
    case "round":
      guard cells.count == 2, case .int64(let digits) = cells[1] else { return .float64(x.rounded()) }
      let scale = pow(10, Double(digits))
      return .float64((x * scale).isFinite ? (x * scale).rounded() / scale : x)
    case "sqrt": return .float64(x.squareRoot())
    case "exp": return .float64(exp(x))
    case "log":
      guard cells.count == 2 else { return .float64(log(x)) }
      if case .int64(let base) = cells[1] { return .float64(log(x) / log(Double(base))) }
      if case .float64(let base) = cells[1] { return .float64(log(x) / log(base)) }
      return .missing
    case "is_nan": return .bool(x.isNaN)
    case "seconds": return .float64(x)
    default: return .missing
    }
  }

  private func text(_ name: String, _ x: String, _ cells: [Cell]) -> Cell {
    var part = ""
    if cells.count > 1, case .text(let second) = cells[1] { part = second }
    switch name {
    case "lower": return .text(x.lowercased())
    case "upper": return .text(x.uppercased())
    case "trim": return .text(x.withoutOuterSpace)
    case "sub":
      guard case .int64(let first) = cells[1] else { return .missing }
      guard cells.count > 2, case .int64(let last) = cells[2] else {
        return .text(x.letters(from: Int(first), to: -1))
      }
      return .text(x.letters(from: Int(first), to: Int(last)))
    case "starts_with": return .bool(x.utf8.starts(with: part.utf8))
    case "ends_with": return .bool(x.utf8.reversed().starts(with: part.utf8.reversed()))
    case "contains": return .bool(x.holds(Array(part.utf8)))
    case "match": return .bool(RegularExpression(part)?.matches(x) == true)
    default: return .missing
    }
  }

  private func calendar(_ name: String, _ time: CalendarTime) -> Cell {
    switch name {
    case "year": .int64(Int64(time.year))
    case "month": .int64(Int64(time.month))
    case "day": .int64(Int64(time.day))
    case "weekday": .int64(Int64(time.weekday))
    case "hour": .int64(Int64(time.hour))
    case "minute": .int64(Int64(time.minute))
    case "second": .int64(Int64(time.second))
    default: .missing
    }
  }
}
