internal import Report

extension ExpressionCompiler {
  /// `if_else(condition, a, b)`: `b` where the condition does not hold or is unknown.
  func choice(_ condition: Plan, _ a: Plan, _ b: Plan, _ left: Syntax, _ right: Syntax) throws -> Plan {
    let pair = try alike(a, b, left, right)
    return selecting(pair) { rows, scratch in
      let vector = condition.run(rows, scratch)
      guard let validity = vector.validity else { return vector.of(UInt64.self) }
      let words = scratch.room(for: UInt64.self)
      for w in 0..<Bitmap.wordCount(rows.count) { words[w] = vector.of(UInt64.self)[w] & validity[w] }
      return UnsafePointer(words)
    }
  }

  /// `fill(x, v)`: `v` where `x` is missing.
  func filled(_ a: Plan, _ b: Plan, _ left: Syntax, _ right: Syntax) throws -> Plan {
    let pair = try alike(a, b, left, right)
    let first = pair.first
    return selecting(pair) { rows, scratch in
      if let validity = first.run(rows, scratch).validity { return validity }
      let words = scratch.room(for: UInt64.self)
      for w in 0..<Bitmap.wordCount(rows.count) { words[w] = ~0 }
      return UnsafePointer(words)
    }
  }

  private struct Pair {
    var first: Plan
    var second: Plan
    var unit: Unit?
    var dictionary: TextDictionary?
  }

  /// Takes the first of the pair where the words' bits are set, the second elsewhere.
  private func selecting(
    _ pair: Pair, _ choose: @escaping @Sendable (Range<Int>, Scratch) -> UnsafePointer<UInt64>
  ) -> Plan {
    let kind = pair.first.kind
    return Plan(kind: kind, unit: pair.unit, zone: pair.first.zone, dictionary: pair.dictionary) {
      rows, scratch in
      let chosen = choose(rows, scratch)
      let a = pair.first.run(rows, scratch), b = pair.second.run(rows, scratch)
      let out = scratch.room(for: UInt64.self)
      switch kind {
      case .bool: selectBits(chosen, a.of(UInt64.self), b.of(UInt64.self), out, rows.count)
      case .float64: select(chosen, a.of(Double.self), b.of(Double.self), out, rows.count)
      case .int64, .timestamp: select(chosen, a.of(Int64.self), b.of(Int64.self), out, rows.count)
      case .text, .image: select(chosen, a.of(Int32.self), b.of(Int32.self), out, rows.count)
      }
      guard a.validity != nil || b.validity != nil else { return Vector(values: out, validity: nil) }
      let valid = scratch.room(for: UInt64.self)
      for w in 0..<Bitmap.wordCount(rows.count) {
        valid[w] = (chosen[w] & (a.validity?[w] ?? ~0)) | (~chosen[w] & (b.validity?[w] ?? ~0))
      }
      return Vector(values: out, validity: UnsafePointer(valid))
    }
  }

  /// Both sides as one kind, with one unit and one dictionary; `nil` fits any kind.
  private func alike(_ a: Plan, _ b: Plan, _ left: Syntax, _ right: Syntax) throws -> Pair {
    if a.isNull, !b.isNull {
      return Pair(first: missingLike(b), second: b, unit: b.unit, dictionary: b.dictionary)
    }
    if b.isNull { return Pair(first: a, second: missingLike(a), unit: a.unit, dictionary: a.dictionary) }
    if a.kind.isNumber, b.kind.isNumber {
      let unit = try commonUnit(a, b, left, right)
      if a.kind == b.kind { return Pair(first: a, second: b, unit: unit) }
      return Pair(first: a.asNumber, second: b.asNumber, unit: unit)
    }
    guard a.kind == b.kind, a.kind != .image else {
      throw source.fault(
        .type, at: left.range.lowerBound..<right.range.upperBound,
        en: "\(a.described.en) and \(b.described.en) cannot stand in one column",
        zh: "\(a.described.zh)与\(b.described.zh)不能放在同一列")
    }
    if a.kind == .timestamp { try wantLikeZones(a, b, left, right) }
    guard a.kind == .text else { return Pair(first: a, second: b) }
    var builder = TextDictionaryBuilder()
    let first = (a.dictionary?.texts ?? []).map { builder.code($0) }
    let second = (b.dictionary?.texts ?? []).map { builder.code($0) }
    let dictionary = TextDictionary(finishing: &builder)
    return Pair(
      first: renumbered(a, Buffer(first + [0]), dictionary),
      second: renumbered(b, Buffer(second + [0]), dictionary), dictionary: dictionary)
  }

  private func missingLike(_ plan: Plan) -> Plan {
    let none = Plan(Column.missing("", plan.kind, count: Scratch.rows))
    return Plan(kind: plan.kind, unit: plan.unit, zone: plan.zone, dictionary: plan.dictionary) {
      rows, scratch in none.run(0..<rows.count, scratch)
    }
  }
}

@inline(__always)
private func select<Element: BitwiseCopyable>(
  _ chosen: UnsafePointer<UInt64>, _ a: UnsafePointer<Element>, _ b: UnsafePointer<Element>,
  _ out: UnsafeMutablePointer<UInt64>, _ count: Int
) {
  let out = UnsafeMutableRawPointer(out).assumingMemoryBound(to: Element.self)
  for i in 0..<count { out[i] = (chosen[i >> 6] >> UInt64(i & 63)) & 1 != 0 ? a[i] : b[i] }
}

private func selectBits(
  _ chosen: UnsafePointer<UInt64>, _ a: UnsafePointer<UInt64>, _ b: UnsafePointer<UInt64>,
  _ out: UnsafeMutablePointer<UInt64>, _ count: Int
) {
  for w in 0..<Bitmap.wordCount(count) { out[w] = (chosen[w] & a[w]) | (~chosen[w] & b[w]) }
}
