internal import Report

extension ExpressionCompiler {
  /// A time minus a time gives seconds; a time plus or minus seconds gives a time.
  func timeArithmetic(
    _ sign: BinaryOperator, _ a: Plan, _ b: Plan, _ left: Syntax, _ right: Syntax
  ) throws -> Plan {
    switch (sign, a.kind, b.kind) {
    case (.subtract, .timestamp, .timestamp):
      try wantLikeZones(a, b, left, right)
      return Plan(
        .float64, unit: Time.second, of: a, b,
        Kernel.map { (x: Int64, y: Int64) in
          Double(x &- y) / 1e6
        })
    case (.add, .timestamp, .int64), (.add, .timestamp, .float64):
      let seconds = try inSeconds(b, right)
      return Plan(
        .timestamp, zone: a.zone, of: a, seconds,
        Kernel.map { (x: Int64, y: Double) in
          x &+ Time.microseconds(y)
        })
    case (.subtract, .timestamp, .int64), (.subtract, .timestamp, .float64):
      let seconds = try inSeconds(b, right)
      return Plan(
        .timestamp, zone: a.zone, of: a, seconds,
        Kernel.map { (x: Int64, y: Double) in
          x &- Time.microseconds(y)
        })
    case (.add, .int64, .timestamp), (.add, .float64, .timestamp):
      return try timeArithmetic(sign, b, a, right, left)
    default:
      let wrong = a.kind == .timestamp ? (b, right) : (a, left)
      throw source.fault(
        .type, at: left.range.lowerBound..<right.range.upperBound,
        en: "a time and \(wrong.0.described.en) do not go together with '\(sign.rawValue)'",
        zh: "时间与\(wrong.0.described.zh)之间不能用“\(sign.rawValue)”")
    }
  }

  /// A duration as numbers of seconds; bare numbers are seconds.
  func inSeconds(_ plan: Plan, _ syntax: Syntax) throws -> Plan {
    let numbers = plan.asNumber
    guard let unit = plan.unit else { return numbers }
    return try converted(numbers, from: unit, to: Time.second, syntax)
  }

  func converted(_ plan: Plan, from unit: Unit, to other: Unit, _ syntax: Syntax) throws -> Plan {
    do {
      let conversion = try unit.conversion(to: other)
      return Plan(.float64, unit: other, of: plan, Kernel.map { (x: Double) in conversion(x) })
    } catch let fault as Fault {
      throw source.fault(fault.code, at: syntax.range, en: fault.what.en, zh: fault.what.zh)
    }
  }

  /// A part of the clock or the calendar, read in the column's zone.
  func calendarPart(_ a: Plan, _ part: @escaping @Sendable (CalendarTime) -> Int) -> Plan {
    let zone = a.zone
    return Plan(
      .int64, of: a,
      Kernel.map { (x: Int64) in
        Int64(part(CalendarTime(Timestamp(microseconds: x), in: zone)))
      })
  }
}

enum Time {
  static let second = Unit(symbol: "s", dimension: Dimension(time: 1), scale: 1)

  /// Seconds as whole microseconds; beyond the calendar's end they stay there.
  @inline(__always)
  static func microseconds(_ seconds: Double) -> Int64 {
    let scaled = (seconds * 1e6).rounded()
    return scaled.isNaN ? 0 : Int64(max(-9e18, min(9e18, scaled)))
  }
}
