/// A figure over values that enter and leave in order, each known by its place.
protocol MovingFigure {
  /// How many values are in.
  var count: Int { get }
  /// Whether the values should be put in anew, because rounding has added up.
  var wantsRefreshing: Bool { get }
  mutating func add(_ value: Double, _ place: Int)
  /// The oldest value leaves.
  mutating func remove(_ value: Double, _ place: Int)
  mutating func clear()
}

extension MovingFigure {
  var wantsRefreshing: Bool { false }
}

/// Figures of a few values at once: what moving figures must agree with.
package enum PlainFigure {
  package static func value(_ aggregate: Aggregate, of values: [Double]) -> Double? {
    switch aggregate {
    case .count: return Double(values.count)
    case .uniqueCount: return Double(Set(values.map { $0 == 0 ? 0 : $0.bitPattern }).count)
    case .sum: return values.reduce(0, +)
    case .first: return values.first
    case .last: return values.last
    default: break
    }
    guard !values.isEmpty else { return nil }
    switch aggregate {
    case .min: return values.contains { $0.isNaN } ? .nan : values.min()
    case .max: return values.contains { $0.isNaN } ? .nan : values.max()
    case .median:
      guard !values.contains(where: \.isNaN) else { return .nan }
      return values.sorted().withUnsafeBufferPointer { Quantile.value(0.5, ofSorted: $0) }
    case .std:
      guard values.count > 1 else { return nil }
      let mean = values.reduce(0, +) / Double(values.count)
      let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
      return (squares / Double(values.count - 1)).squareRoot()
    default: return values.reduce(0, +) / Double(values.count)
    }
  }
}
