/// Numbers in the bytes of a field.
enum NumberField {
  /// A whole number that fits 64 bits: "-42", "+7"; nil for anything else.
  @inline(__always)
  static func int(_ field: FieldBytes) -> Int64? {
    var i = 0
    var isNegative = false
    guard field.count > 0 else { return nil }
    if field[0] == 45 || field[0] == 43 {
      isNegative = field[0] == 45
      i = 1
    }
    guard i < field.count, field.count - i <= 19 else { return nil }
    var magnitude: UInt64 = 0
    while i < field.count {
      let digit = field[i] &- 48
      guard digit < 10 else { return nil }
      magnitude = magnitude &* 10 &+ UInt64(digit)
      i += 1
    }
    if magnitude > UInt64(Int64.max) {
      return isNegative && magnitude == UInt64(Int64.max) + 1 ? Int64.min : nil
    }
    return isNegative ? -Int64(magnitude) : Int64(magnitude)
  }

  /// True for "007" and the like: an identifier, whose zeros a number would lose.
  @inline(__always)
  static func hasLeadingZero(_ field: FieldBytes) -> Bool {
    let i = field.count > 0 && (field[0] == 45 || field[0] == 43) ? 1 : 0
    return field.count > i + 1 && field[i] == 48 && field[i + 1] &- 48 < 10
  }

  /// A decimal number: "1742.1", "-.5", "6.43e-07"; nil for anything else, words such as "nan" too.
  ///
  /// Exact by Clinger's fast path (1990) up to 2⁵³ and 10²²; other numbers go the slow, exact way.
  @inline(__always)
  static func float(_ field: FieldBytes, decimal: UInt8 = 46) -> Double? {
    var i = 0
    let count = field.count
    guard count > 0 else { return nil }
    let isNegative = field[0] == 45
    if isNegative || field[0] == 43 { i = 1 }
    var mantissa: UInt64 = 0, digits = 0, exponent = 0
    while i < count, field[i] &- 48 < 10 {
      mantissa = mantissa &* 10 &+ UInt64(field[i] &- 48)
      digits += 1
      i += 1
    }
    if i < count, field[i] == decimal {
      i += 1
      let first = i
      while i < count, field[i] &- 48 < 10 {
        mantissa = mantissa &* 10 &+ UInt64(field[i] &- 48)
        i += 1
      }
      exponent = first - i
      digits += i - first
    }
    guard digits > 0 else { return nil }
    if i < count {
      guard let power = exponentPart(field, from: i) else { return nil }
      exponent += power
    }
    if digits <= 19, mantissa <= 1 << 53, exponent >= -22, exponent <= 22 {
      let whole = Double(mantissa)
      let value = exponent < 0 ? whole / powersOfTen[-exponent] : whole * powersOfTen[exponent]
      return isNegative ? -value : value
    }
    return slow(field, decimal: decimal)
  }

  private static func exponentPart(_ field: FieldBytes, from start: Int) -> Int? {
    var i = start
    guard field[i] | 0x20 == 101 else { return nil }
    i += 1
    var isNegative = false
    if i < field.count, field[i] == 45 || field[i] == 43 {
      isNegative = field[i] == 45
      i += 1
    }
    guard i < field.count else { return nil }
    var power = 0
    while i < field.count {
      let digit = field[i] &- 48
      guard digit < 10 else { return nil }
      power = min(100_000, power * 10 + Int(digit))
      i += 1
    }
    return isNegative ? -power : power
  }

  @inline(never)
  private static func slow(_ field: FieldBytes, decimal: UInt8) -> Double? {
    var text = field.string
    if decimal != 46 { text = String(text.map { $0.asciiValue == decimal ? "." : $0 }) }
    guard let value = Double(text), value.isFinite else { return nil }
    return value
  }

  private static let powersOfTen: InlineArray<23, Double> = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18,
    1e19,
    1e20, 1e21, 1e22,
  ]
}
