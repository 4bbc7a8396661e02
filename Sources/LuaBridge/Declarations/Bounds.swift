/// The values that a parameter allows, from a lowest to a highest, either of which may be open.
public struct Bounds<Value: Comparable> {
  public var low: Value?
  public var high: Value?

  @inlinable public func contains(_ value: Value) -> Bool {
    if let low, !(value >= low) { return false }
    if let high, !(value <= high) { return false }
    return true
  }
}

/// A Swift range that says its bounds: `1...10`, `1...`, `...0.5`.
public protocol BoundsConvertible<Bound> {
  associatedtype Bound: Comparable
  var bounds: Bounds<Bound> { get }
}

extension ClosedRange: BoundsConvertible {
  public var bounds: Bounds<Bound> { Bounds(low: lowerBound, high: upperBound) }
}

extension PartialRangeFrom: BoundsConvertible {
  public var bounds: Bounds<Bound> { Bounds(low: lowerBound, high: nil) }
}

extension PartialRangeThrough: BoundsConvertible {
  public var bounds: Bounds<Bound> { Bounds(low: nil, high: upperBound) }
}

extension Bounds {
  /// "1 .. 10000", "at least 0" as `0 ..`.
  var described: String {
    [low.map(shown) ?? "", "..", high.map(shown) ?? ""].filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// A value just outside, as Lua writes it.
  var outside: String? {
    if let low { return beyond(low, by: -1) }
    if let high { return beyond(high, by: 1) }
    return nil
  }

  private func beyond(_ value: Value, by step: Int) -> String? {
    if let value = value as? Int { return "\(value + step)" }
    if let value = value as? Double { return "\(value + Double(step))" }
    if let value = value as? Float { return "\(value + Float(step))" }
    return nil
  }
}
