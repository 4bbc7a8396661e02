public import Report

/// What one direction of a figure means.
public struct Axis: Sendable {
  /// How values become places.
  public enum Scale: Sendable, Hashable {
    case numbers
    /// Seconds since 1970-01-01 UTC, shown `offset` seconds ahead of it.
    case time(offset: Int)
  }

  public var title: Text
  /// The unit of measure, as it is written after the title; empty when there is none.
  public var unit: String
  public var scale: Scale
  /// The values at both ends; from the data when nil.
  public var limits: ClosedRange<Double>?

  public init(
    _ title: Text = Text(""), unit: String = "", scale: Scale = .numbers, limits: ClosedRange<Double>? = nil
  ) {
    self.title = title
    self.unit = unit
    self.scale = scale
    self.limits = limits
  }

  /// The title with its unit: "speed (m/s)".
  var caption: String {
    let name = title.description
    return unit.isEmpty ? name : name.isEmpty ? unit : "\(name) (\(unit))"
  }
}
