internal import Report

/// Turns the tree of an expression into steps over the columns of one table, checking kinds and units.
struct ExpressionCompiler {
  let source: ExpressionSource
  let table: Table

  func plan(_ syntax: Syntax) throws -> Plan {
    switch syntax {
    case .integer(let value, _): return Plan(constant: .int64(value))
    case .number(let value, _): return Plan(constant: .float64(value))
    case .text(let text, _): return Plan(constant: .text(text))
    case .bool(let value, _): return Plan(constant: .bool(value))
    case .null: return Plan(constant: .missing)
    case .column(let name, let range): return Plan(try column(name, range))
    case .unary(let sign, let operand, let range): return try unary(sign, operand, range)
    case .binary(let sign, let left, let right, let range):
      if sign == .and || sign == .or { return try logic(sign, left, right) }
      let a = try plan(left), b = try plan(right)
      if sign.isComparison { return try comparison(sign, a, b, left, right, range) }
      if sign == .concatenate { return try concatenation(a, b, left, right) }
      return try arithmetic(sign, a, b, left, right, range)
    case .call(let name, let arguments, let range): return try call(name, arguments, range)
    }
  }

  private func column(_ name: String, _ range: Range<Int>) throws -> Column {
    guard let column = table[name] else {
      let what = table.unknownColumn(name).what
      throw source.fault(.name, at: range, en: what.en, zh: what.zh)
    }
    return column
  }

  private func unary(_ sign: UnaryOperator, _ operand: Syntax, _ range: Range<Int>) throws -> Plan {
    let a = try plan(operand)
    switch sign {
    case .not:
      try wantCondition(a, operand, "not")
      return Plan(.bool, of: a) { a, out, count in
        let a = a.assumingMemoryBound(to: UInt64.self)
        let out = out.assumingMemoryBound(to: UInt64.self)
        for w in 0..<Bitmap.wordCount(count) { out[w] = ~a[w] }
      }
    case .negate:
      try wantNumber(a, operand, "-")
      if case .int64(let value) = a.constant { return Plan(constant: .int64(0 &- value)) }
      if case .float64(let value) = a.constant { return Plan(constant: .float64(-value)) }
      if a.kind == .int64 { return Plan(.int64, unit: a.unit, of: a, Kernel.map { (x: Int64) in 0 &- x }) }
      return Plan(.float64, unit: a.unit, of: a, Kernel.map { (x: Double) in -x })
    case .length:
      try wantText(a, operand, "#")
      return perText(a) { Int64($0.count) }
    }
  }

  func wantNumber(_ plan: Plan, _ syntax: Syntax, _ whose: String) throws {
    guard plan.kind.isNumber else { throw wrongKind(plan, syntax, whose, Text(en: "a number", zh: "数值")) }
  }

  func wantText(_ plan: Plan, _ syntax: Syntax, _ whose: String) throws {
    guard plan.kind == .text else { throw wrongKind(plan, syntax, whose, Text(en: "a text", zh: "文本")) }
  }

  func wantTime(_ plan: Plan, _ syntax: Syntax, _ whose: String) throws {
    guard plan.kind == .timestamp else { throw wrongKind(plan, syntax, whose, Text(en: "a time", zh: "时间")) }
  }

  func wantCondition(_ plan: Plan, _ syntax: Syntax, _ whose: String) throws {
    guard plan.kind == .bool else { throw wrongKind(plan, syntax, whose, Text(en: "a condition", zh: "条件")) }
  }

  func wrongKind(_ plan: Plan, _ syntax: Syntax, _ whose: String, _ wanted: Text) -> Fault {
    source.fault(
      .type, at: syntax.range, en: "'\(whose)' needs \(wanted.en), this is \(plan.described.en)",
      zh: "“\(whose)”需要\(wanted.zh)，而这是\(plan.described.zh)")
  }
}
