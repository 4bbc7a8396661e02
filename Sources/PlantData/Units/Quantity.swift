internal import Report

/// A number with its unit, as a technician writes it: "2 s", "11.4m/s", "-40 ℃", "0.5".
///
///     try Quantity("250 ms").value(in: Unit("s"))      // 0.25
public struct Quantity: Sendable, Hashable, CustomStringConvertible {
  public let value: Double
  /// nil when the text gave a plain number.
  public let unit: Unit?

  public init(_ value: Double, _ unit: Unit? = nil) {
    self.value = value
    self.unit = unit
  }

  /// - Throws: `Fault` (usage) when the text does not start with a number, `Fault` (name) for an unknown unit.
  public init(_ text: String) throws {
    let (number, rest) = Quantity.leadingNumber(of: text)
    guard let number else {
      throw Fault(
        .usage, en: "'\(text)' is not a quantity; wanted a number and a unit such as '2 s'",
        zh: "“\(text)”不是带单位的数；应为数字加单位，例如 '2 s'")
    }
    value = number
    unit = rest.isEmpty ? nil : try Unit(rest)
  }

  public var description: String { unit.map { "\(value.significant(7)) \($0)" } ?? value.significant(7) }

  /// The number in `other`; a plain number is taken to be in `other` already.
  public func value(in other: Unit) throws -> Double {
    try unit.map { try $0.convert(value, to: other) } ?? value
  }

  /// The number that starts a text, and the rest without the spaces between.
  static func leadingNumber(of text: String) -> (Double?, rest: String) {
    let trimmed = text.trimmed
    let numeric = trimmed.prefix { $0.isASCII && ($0.isNumber || "+-.eE".contains($0)) }
    var end = numeric.endIndex
    while end > trimmed.startIndex {
      let candidate = trimmed[..<end]
      if let value = Double(candidate), value.isFinite { return (value, trimmed[end...].trimmed) }
      end = trimmed.index(before: end)
    }
    return (nil, trimmed)
  }
}
