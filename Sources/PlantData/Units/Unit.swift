internal import Report

/// A unit of measure, and how its numbers turn into those of another unit of the same dimension.
///
///     let reading = try Unit("degF")
///     try reading.convert(212, to: Unit("℃"))      // 100
///
/// A number x of this unit is `x * scale + offset` in coherent SI units.
public struct Unit: Sendable, Hashable, CustomStringConvertible {
  /// How the unit is written in tables and messages: "m/s", "N·m", "degC".
  public let symbol: String
  public let dimension: Dimension
  public let scale: Double
  public let offset: Double

  package init(symbol: String, dimension: Dimension, scale: Double, offset: Double = 0) {
    self.symbol = symbol
    self.dimension = dimension
    self.scale = scale
    self.offset = offset
  }

  /// The unit that a text names: "mm", "m/min", "N·m", "kg/m3", "℃", "毫米", "转/分".
  ///
  /// - Throws: `Fault` (name) when no unit is called so, with the nearest ones.
  public init(_ name: String) throws {
    self = try UnitParser.unit(named: name)
  }

  public var description: String { symbol }

  /// True when numbers of one unit can be turned into numbers of the other.
  public func canConvert(to other: Unit) -> Bool { dimension == other.dimension }

  /// The factor and the summand that turn numbers of this unit into numbers of `other`.
  ///
  /// - Throws: `Fault` (type) when the two measure different things.
  public func conversion(to other: Unit) throws -> Conversion {
    guard canConvert(to: other) else {
      throw Fault(
        .type,
        en: "\(symbol) (\(dimension.name.en)) cannot become \(other.symbol) (\(other.dimension.name.en))",
        zh: "\(symbol)（\(dimension.name.zh)）不能换算成 \(other.symbol)（\(other.dimension.name.zh)）")
    }
    if self == other { return Conversion(factor: 1, summand: 0) }
    return Conversion(factor: scale / other.scale, summand: (offset - other.offset) / other.scale)
  }

  /// One number of this unit as a number of `other`.
  public func convert(_ value: Double, to other: Unit) throws -> Double {
    try conversion(to: other)(value)
  }
}

/// `x * factor + summand`: numbers of one unit as numbers of another.
public struct Conversion: Sendable, Hashable {
  public let factor: Double
  public let summand: Double

  public init(factor: Double, summand: Double) {
    self.factor = factor
    self.summand = summand
  }

  @inlinable public func callAsFunction(_ value: Double) -> Double { value * factor + summand }

  /// For a difference of two numbers, such as a tolerance: the summand falls away.
  @inlinable public func difference(_ value: Double) -> Double { value * factor }
}
