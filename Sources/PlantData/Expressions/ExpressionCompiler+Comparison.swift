internal import Report

extension ExpressionCompiler {
  func comparison(
    _ sign: BinaryOperator, _ a: Plan, _ b: Plan, _ left: Syntax, _ right: Syntax, _ range: Range<Int>
  ) throws -> Plan {
    if a.isNull || b.isNull { return try nullComparison(sign, a, b, left, right, range) }
    let (a, b) = try (literal(a, beside: b, left), literal(b, beside: a, right))
    switch (a.kind, b.kind) {
    case (.int64, .int64):
      _ = try commonUnit(a, b, left, right)
      return Plan(.bool, of: a, b, integerTest(sign))
    case (.int64, .float64), (.float64, .int64), (.float64, .float64):
      _ = try commonUnit(a, b, left, right)
      return Plan(.bool, of: a.asNumber, b.asNumber, numberTest(sign))
    case (.timestamp, .timestamp):
      try wantLikeZones(a, b, left, right)
      return Plan(.bool, of: a, b, integerTest(sign))
    case (.text, .text): return textComparison(sign, a, b)
    case (.bool, .bool) where sign == .equal || sign == .notEqual:
      let flip: UInt64 = sign == .equal ? ~0 : 0
      return Plan(.bool, of: a, b) { a, b, out, count in
        let a = a.assumingMemoryBound(to: UInt64.self), b = b.assumingMemoryBound(to: UInt64.self)
        let out = out.assumingMemoryBound(to: UInt64.self)
        for w in 0..<Bitmap.wordCount(count) { out[w] = a[w] ^ b[w] ^ flip }
      }
    default:
      throw source.fault(
        .type, at: left.range.lowerBound..<right.range.upperBound,
        en: "\(a.described.en) and \(b.described.en) cannot be compared with '\(sign.rawValue)'",
        zh: "\(a.described.zh)与\(b.described.zh)不能用“\(sign.rawValue)”比较")
    }
  }

  private func integerTest(_ sign: BinaryOperator) -> BinaryKernel {
    switch sign {
    case .less: Kernel.test { (x: Int64, y: Int64) in x < y }
    case .greater: Kernel.test { (x: Int64, y: Int64) in x > y }
    case .lessOrEqual: Kernel.test { (x: Int64, y: Int64) in x <= y }
    case .greaterOrEqual: Kernel.test { (x: Int64, y: Int64) in x >= y }
    case .equal: Kernel.test { (x: Int64, y: Int64) in x == y }
    default: Kernel.test { (x: Int64, y: Int64) in x != y }
    }
  }

  private func numberTest(_ sign: BinaryOperator) -> BinaryKernel {
    switch sign {
    case .less: Kernel.test { (x: Double, y: Double) in x < y }
    case .greater: Kernel.test { (x: Double, y: Double) in x > y }
    case .lessOrEqual: Kernel.test { (x: Double, y: Double) in x <= y }
    case .greaterOrEqual: Kernel.test { (x: Double, y: Double) in x >= y }
    case .equal: Kernel.test { (x: Double, y: Double) in x == y }
    default: Kernel.test { (x: Double, y: Double) in x != y }
    }
  }

  /// A text written beside a time or a quantity, read as one: `time > "2026-03-02 06:00"`, `speed > "2 m/s"`.
  private func literal(_ plan: Plan, beside other: Plan, _ syntax: Syntax) throws -> Plan {
    guard case .text(let text) = plan.constant else { return plan }
    if other.kind == .timestamp {
      guard let moment = Timestamp(text, zone: other.zone) else {
        throw source.fault(
          .type, at: syntax.range, en: "this is no time · write '2026-03-02 06:00:00'",
          zh: "这不是时间 · 请写成 '2026-03-02 06:00:00'")
      }
      return Plan(constant: .timestamp(moment), zone: other.zone)
    }
    guard other.kind.isNumber, let unit = other.unit else { return plan }
    do {
      let quantity = try Quantity(text)
      return Plan(constant: .float64(try quantity.unit == nil ? quantity.value : quantity.value(in: unit)))
    } catch let fault as Fault {
      throw source.fault(fault.code, at: syntax.range, en: fault.what.en, zh: fault.what.zh)
    }
  }

  /// `x == nil` and `x ~= nil` ask whether there is a value.
  private func nullComparison(
    _ sign: BinaryOperator, _ a: Plan, _ b: Plan, _ left: Syntax, _ right: Syntax, _ range: Range<Int>
  ) throws -> Plan {
    guard sign == .equal || sign == .notEqual else {
      throw source.fault(
        .type, at: range, en: "nil can only be compared with == and ~=", zh: "nil 只能用 == 或 ~= 比较")
    }
    return missing(a.isNull ? b : a, is: sign == .equal)
  }

  /// A step that asks whether the value is missing; always known itself.
  func missing(_ a: Plan, is wanted: Bool) -> Plan {
    let flip: UInt64 = wanted ? ~0 : 0
    return Plan(kind: .bool) { rows, scratch in
      let x = a.run(rows, scratch)
      let out = scratch.room(for: UInt64.self)
      for w in 0..<Bitmap.wordCount(rows.count) { out[w] = (x.validity?[w] ?? ~0) ^ flip }
      return Vector(values: out, validity: nil)
    }
  }

  func wantLikeZones(_ a: Plan, _ b: Plan, _ left: Syntax, _ right: Syntax) throws {
    guard (a.zone == nil) != (b.zone == nil) else { return }
    let zone = (a.zone ?? b.zone ?? .utc).description
    throw source.fault(
      .type, at: left.range.lowerBound..<right.range.upperBound,
      en: "one time has a zone (\(zone)), the other has none", zh: "一个时间带时区（\(zone)），另一个不带")
  }
}
