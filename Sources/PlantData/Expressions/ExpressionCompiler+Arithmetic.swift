internal import Report

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

extension ExpressionCompiler {
  func arithmetic(
    _ sign: BinaryOperator, _ a: Plan, _ b: Plan, _ left: Syntax, _ right: Syntax, _ range: Range<Int>
  ) throws -> Plan {
    if a.kind == .timestamp || b.kind == .timestamp {
      return try timeArithmetic(sign, a, b, left, right)
    }
    try wantNumber(a, left, sign.rawValue)
    try wantNumber(b, right, sign.rawValue)
    let unit = try unit(of: sign, a, b, left, right)
    let whole = a.kind == .int64 && b.kind == .int64
    switch sign {
    case .floorDivide where whole: return integerDivision(unit, a, b, Arithmetic.floorDivide)
    case .remainder where whole: return integerDivision(unit, a, b, Arithmetic.remainder)
    case .add where whole:
      return Plan(.int64, unit: unit, of: a, b, Kernel.map { (x: Int64, y: Int64) in x &+ y })
    case .subtract where whole:
      return Plan(.int64, unit: unit, of: a, b, Kernel.map { (x: Int64, y: Int64) in x &- y })
    case .multiply where whole:
      return Plan(.int64, unit: unit, of: a, b, Kernel.map { (x: Int64, y: Int64) in x &* y })
    default: return Plan(.float64, unit: unit, of: a.asNumber, b.asNumber, numberKernel(sign))
    }
  }

  private func numberKernel(_ sign: BinaryOperator) -> BinaryKernel {
    switch sign {
    case .add: Kernel.map { (x: Double, y: Double) in x + y }
    case .subtract: Kernel.map { (x: Double, y: Double) in x - y }
    case .multiply: Kernel.map { (x: Double, y: Double) in x * y }
    case .divide: Kernel.map { (x: Double, y: Double) in x / y }
    case .floorDivide: Kernel.map { (x: Double, y: Double) in (x / y).rounded(.down) }
    case .remainder: Kernel.map { (x: Double, y: Double) in Arithmetic.remainder(x, y) }
    case .power: Kernel.map { (x: Double, y: Double) in pow(x, y) }
    default: preconditionFailure("arithmetic: \(sign.rawValue) is no arithmetic")
    }
  }

  /// Integers divided: missing where the divisor is zero.
  private func integerDivision(
    _ unit: Unit?, _ a: Plan, _ b: Plan, _ divide: @escaping @Sendable (Int64, Int64) -> Int64
  ) -> Plan {
    Plan(kind: .int64, unit: unit) { rows, scratch in
      let x = a.run(rows, scratch), y = b.run(rows, scratch)
      let out = scratch.room(for: Int64.self)
      let valid = scratch.room(for: UInt64.self)
      let both = bothValid(x, y, scratch, rows.count)
      let dividends = x.of(Int64.self), divisors = y.of(Int64.self)
      for w in 0..<Bitmap.wordCount(rows.count) { valid[w] = both?[w] ?? ~0 }
      for i in 0..<rows.count {
        let divisor = divisors[i]
        out[i] = divisor == 0 ? 0 : divide(dividends[i], divisor)
        if divisor == 0 { valid[i >> 6] &= ~(1 << UInt64(i & 63)) }
      }
      return Vector(values: out, validity: UnsafePointer(valid))
    }
  }

  /// The unit of a result: sums need one unit, products with a bare number keep it, other products have none.
  private func unit(
    of sign: BinaryOperator, _ a: Plan, _ b: Plan, _ left: Syntax, _ right: Syntax
  ) throws -> Unit? {
    switch sign {
    case .add, .subtract, .remainder: return try commonUnit(a, b, left, right)
    case .multiply: return a.unit == nil ? b.unit : b.unit == nil ? a.unit : nil
    case .divide, .floorDivide: return b.unit == nil ? a.unit : nil
    default: return nil
    }
  }

  /// The unit both share, when both have one; a bare number takes the other's.
  func commonUnit(_ a: Plan, _ b: Plan, _ left: Syntax, _ right: Syntax) throws -> Unit? {
    guard let first = a.unit, let second = b.unit, first != second else { return a.unit ?? b.unit }
    let range = left.range.lowerBound..<right.range.upperBound
    throw source.fault(
      .type, at: range,
      en: "\(first.symbol) and \(second.symbol) do not go together · use convert(…, '\(first.symbol)')",
      zh: "\(first.symbol) 与 \(second.symbol) 单位不同 · 请用 convert(…, '\(first.symbol)')")
  }
}

/// Division as Lua does it: toward minus infinity, the remainder with the divisor's sign.
enum Arithmetic {
  @Sendable static func floorDivide(_ x: Int64, _ y: Int64) -> Int64 {
    if y == -1 { return 0 &- x }
    let quotient = x / y
    return x % y != 0 && (x < 0) != (y < 0) ? quotient - 1 : quotient
  }

  @Sendable static func remainder(_ x: Int64, _ y: Int64) -> Int64 {
    if y == -1 { return 0 }
    let rest = x % y
    return rest != 0 && (rest < 0) != (y < 0) ? rest + y : rest
  }

  @Sendable static func remainder(_ x: Double, _ y: Double) -> Double {
    let rest = fmod(x, y)
    return rest * y < 0 ? rest + y : rest
  }
}
