internal import Report

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

extension ExpressionCompiler {
  func call(_ name: String, _ arguments: [Syntax], _ range: Range<Int>) throws -> Plan {
    guard let function = ExpressionFunction.byName[name] else { throw unknownFunction(name, range) }
    guard function.arguments.contains(arguments.count) else {
      if let aggregate = Aggregate(rawValue: name), arguments.count <= 1 { throw misplaced(aggregate, range) }
      throw source.fault(
        .usage, at: range, en: "\(name): \(arguments.count) arguments given · \(function.usage)",
        zh: "\(name)：给了 \(arguments.count) 个参数 · \(function.usage)")
    }
    let plans = try arguments.map { try plan($0) }
    let a = plans[0], first = arguments[0]
    switch name {
    case "abs", "floor", "ceil", "round", "sqrt", "exp", "log", "is_nan", "convert", "seconds":
      return try number(name, plans, arguments)
    case "min", "max": return try extreme(name, plans, arguments)
    case "if_else":
      try wantCondition(a, first, name)
      return try choice(a, plans[1], plans[2], arguments[1], arguments[2])
    case "fill": return try filled(a, plans[1], first, arguments[1])
    case "is_null": return missing(a, is: true)
    case "lower", "upper", "trim", "sub", "starts_with", "ends_with", "contains", "match":
      return try text(name, plans, arguments)
    default: return try calendar(name, a, first)
    }
  }

  private func unknownFunction(_ name: String, _ range: Range<Int>) -> Fault {
    if let aggregate = Aggregate(rawValue: name) { return misplaced(aggregate, range) }
    let what = Fault.unknownName(
      name, among: ExpressionFunction.all.map(\.name) + Aggregate.allCases.map(\.rawValue),
      what: Text(en: "function", zh: "函数"), whole: Text(en: "functions", zh: "现有函数")
    ).what
    return source.fault(.name, at: range, en: what.en, zh: what.zh)
  }

  private func misplaced(_ aggregate: Aggregate, _ range: Range<Int>) -> Fault {
    source.fault(
      .usage, at: range, en: "\(aggregate.rawValue) sums up many rows: it belongs in group_by",
      zh: "\(aggregate.rawValue) 汇总多行，只能用在 group_by 中")
  }

  private func number(_ name: String, _ plans: [Plan], _ arguments: [Syntax]) throws -> Plan {
    let a = plans[0]
    try wantNumber(a, arguments[0], name)
    let numbers = a.asNumber
    switch name {
    case "abs" where a.kind == .int64:
      return Plan(.int64, unit: a.unit, of: a, Kernel.map { (x: Int64) in x < 0 ? 0 &- x : x })
    case "abs": return Plan(.float64, unit: a.unit, of: a, Kernel.map { (x: Double) in abs(x) })
    case "floor", "ceil", "round":
      if a.kind == .int64, plans.count == 1 { return a.described(unit: a.unit) }
      return try rounding(name, numbers, plans, arguments)
    case "sqrt": return Plan(.float64, of: numbers, Kernel.map { (x: Double) in x.squareRoot() })
    case "exp": return Plan(.float64, of: numbers, Kernel.map { (x: Double) in exp(x) })
    case "log":
      let natural = Plan(.float64, of: numbers, Kernel.map { (x: Double) in log(x) })
      guard plans.count == 2 else { return natural }
      try wantNumber(plans[1], arguments[1], name)
      let base = Plan(.float64, of: plans[1].asNumber, Kernel.map { (x: Double) in log(x) })
      return Plan(.float64, of: natural, base, Kernel.map { (x: Double, y: Double) in x / y })
    case "is_nan": return Plan(.bool, of: numbers, Kernel.test { (x: Double) in x.isNaN })
    case "seconds": return try inSeconds(a, arguments[0]).described(unit: Time.second)
    default: return try conversion(numbers, plans[1], arguments)
    }
  }

  private func rounding(_ name: String, _ a: Plan, _ plans: [Plan], _ arguments: [Syntax]) throws -> Plan {
    switch name {
    case "floor": return Plan(.float64, unit: a.unit, of: a, Kernel.map { (x: Double) in x.rounded(.down) })
    case "ceil": return Plan(.float64, unit: a.unit, of: a, Kernel.map { (x: Double) in x.rounded(.up) })
    default:
      guard plans.count == 2 else {
        return Plan(.float64, unit: a.unit, of: a, Kernel.map { (x: Double) in x.rounded() })
      }
      guard case .int64(let digits) = plans[1].constant, (-15...15).contains(digits) else {
        throw source.fault(
          .type, at: arguments[1].range, en: "round: the digits are a whole number from -15 to 15",
          zh: "round：位数应为 -15 到 15 之间的整数")
      }
      let scale = pow(10, Double(digits))
      return Plan(
        .float64, unit: a.unit, of: a,
        Kernel.map { (x: Double) in
          let scaled = x * scale
          return scaled.isFinite ? scaled.rounded() / scale : x
        })
    }
  }

  private func conversion(_ a: Plan, _ target: Plan, _ arguments: [Syntax]) throws -> Plan {
    let name = try literal(target, arguments[1], "convert")
    guard let unit = a.unit else {
      throw source.fault(
        .type, at: arguments[0].range, en: "convert: this number has no unit to convert from",
        zh: "convert：该数值没有单位，无法换算")
    }
    do {
      return try converted(a, from: unit, to: Unit(name), arguments[0])
    } catch let fault as Fault where fault.code == .name {
      throw source.fault(.name, at: arguments[1].range, en: fault.what.en, zh: fault.what.zh)
    }
  }

  /// The text of an argument that must be written out in quotes.
  private func literal(_ plan: Plan, _ syntax: Syntax, _ whose: String) throws -> String {
    guard case .text(let text) = plan.constant else {
      throw source.fault(
        .type, at: syntax.range, en: "\(whose): this must be a text in quotes", zh: "\(whose)：此处应为带引号的文本")
    }
    return text
  }

  private func extreme(_ name: String, _ plans: [Plan], _ arguments: [Syntax]) throws -> Plan {
    var best = plans[0]
    var so = arguments[0]
    for (next, syntax) in zip(plans.dropFirst(), arguments.dropFirst()) {
      if best.kind == .timestamp, next.kind == .timestamp {
        try wantLikeZones(best, next, so, syntax)
      } else {
        try wantNumber(best, so, name)
        try wantNumber(next, syntax, name)
      }
      let unit = try commonUnit(best, next, so, syntax)
      if best.kind == next.kind, best.kind != .float64 {
        let kernel: BinaryKernel =
          name == "min"
          ? Kernel.map { (x: Int64, y: Int64) in min(x, y) }
          : Kernel.map { (x: Int64, y: Int64) in max(x, y) }
        best = Plan(best.kind, unit: unit, zone: best.zone, of: best, next, kernel)
      } else {
        let kernel: BinaryKernel =
          name == "min"
          ? Kernel.map { (x: Double, y: Double) in x < y || x.isNaN ? x : y }
          : Kernel.map { (x: Double, y: Double) in x > y || x.isNaN ? x : y }
        best = Plan(.float64, unit: unit, of: best.asNumber, next.asNumber, kernel)
      }
      so = syntax
    }
    return best
  }

  private func text(_ name: String, _ plans: [Plan], _ arguments: [Syntax]) throws -> Plan {
    let a = plans[0]
    try wantText(a, arguments[0], name)
    switch name {
    case "lower", "upper": return mapCase(a, toUpper: name == "upper")
    case "trim": return mapTexts(a) { $0.withoutOuterSpace }
    case "sub":
      let places = try zip(plans, arguments).dropFirst().map { try letterPlace($0, $1) }
      return mapTexts(a) { $0.letters(from: places[0], to: places.count > 1 ? places[1] : -1) }
    case "match":
      let pattern = try literal(plans[1], arguments[1], name)
      guard let expression = RegularExpression(pattern) else {
        throw source.fault(
          .usage, at: arguments[1].range, en: "match: this is no regular expression", zh: "match：正则表达式有误")
      }
      return testTexts(a) { expression.matches($0) }
    default:
      let part = Array(try literal(plans[1], arguments[1], name).utf8)
      switch name {
      case "starts_with": return testTexts(a) { $0.utf8.starts(with: part) }
      case "ends_with": return testTexts(a) { $0.utf8.reversed().starts(with: part.reversed()) }
      default: return testTexts(a) { $0.holds(part) }
      }
    }
  }

  /// The place of a letter that must be written out.
  private func letterPlace(_ plan: Plan, _ syntax: Syntax) throws -> Int {
    guard case .int64(let place) = plan.constant, let place = Int(exactly: place) else {
      throw source.fault(
        .type, at: syntax.range, en: "sub: this must be a whole number such as 1 or -2",
        zh: "sub：此处应为整数，如 1 或 -2")
    }
    return place
  }

  private func calendar(_ name: String, _ a: Plan, _ syntax: Syntax) throws -> Plan {
    try wantTime(a, syntax, name)
    switch name {
    case "year": return calendarPart(a) { $0.year }
    case "month": return calendarPart(a) { $0.month }
    case "day": return calendarPart(a) { $0.day }
    case "weekday": return calendarPart(a) { $0.weekday }
    case "hour": return calendarPart(a) { $0.hour }
    case "minute": return calendarPart(a) { $0.minute }
    case "second": return calendarPart(a) { $0.second }
    default: preconditionFailure("ExpressionFunction \(name) is listed but not compiled")
    }
  }
}

extension String {
  /// Without the space at both ends.
  var withoutOuterSpace: String {
    var text = self[...]
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }

  /// The letters from one to another, counted from 1, or from the end where negative (Lua 5.4 reference manual,
  /// `string.sub`, with code points for bytes).
  func letters(from first: Int, to last: Int) -> String {
    let letters = unicodeScalars
    let low = max(1, first < 0 ? letters.count + first + 1 : first)
    let high = min(letters.count, last < 0 ? letters.count + last + 1 : last)
    guard low <= high else { return "" }
    return String(UnicodeScalarView(letters.dropFirst(low - 1).prefix(high - low + 1)))
  }

  func holds(_ part: [UInt8]) -> Bool {
    let own = Array(utf8)
    guard part.count <= own.count else { return false }
    return (0...own.count - part.count).contains { own[$0..<$0 + part.count].elementsEqual(part) }
  }
}
