/// A named column: values in Arrow's memory layout, which of them are missing, and their unit of measure.
///
/// Columns never change; tables share them.
public final class Column: Sendable {
  public enum Values: Sendable {
    case bool(Bitmap)
    case int64(Buffer<Int64>)
    case float64(Buffer<Double>)
    /// Codes into a dictionary of distinct texts.
    case text(Buffer<Int32>, TextDictionary)
    /// Microseconds since 1970-01-01 UTC, shown in `zone`; without a zone they count local time.
    case timestamp(Buffer<Int64>, zone: Zone?)
    /// Codes into a list of references.
    case image(Buffer<Int32>, [ImageReference])
  }

  public let name: String
  public let unit: Unit?
  public let values: Values
  /// A set bit for each row that has a value; nil when all have one.
  public let validity: Bitmap?
  /// How many rows have no value.
  public let missing: Int
  public let count: Int

  public init(_ name: String, _ values: Values, validity: Bitmap? = nil, unit: Unit? = nil) {
    self.name = name
    self.unit = unit
    self.values = values
    count = values.count
    let present = validity?.countOfSetBits ?? count
    missing = count - present
    self.validity = missing == 0 ? nil : validity
    precondition(
      validity.map { $0.count == values.count } ?? true, "Column: validity does not fit the values")
  }

  public var kind: Kind { values.kind }

  public var zone: Zone? {
    if case .timestamp(_, let zone) = values { zone } else { nil }
  }

  @inline(__always)
  public func isMissing(_ row: Int) -> Bool { validity.map { !$0[row] } ?? false }

  /// The same values under another name.
  public func renamed(_ name: String) -> Column { Column(name, values, validity: validity, unit: unit) }

  /// The same numbers, said to be in another unit; `Unit` converts, this does not.
  public func labelled(_ unit: Unit?) -> Column { Column(name, values, validity: validity, unit: unit) }
}

extension Column.Values {
  public var count: Int {
    switch self {
    case .bool(let bits): bits.count
    case .int64(let buffer), .timestamp(let buffer, _): buffer.count
    case .float64(let buffer): buffer.count
    case .text(let codes, _), .image(let codes, _): codes.count
    }
  }

  public var kind: Kind {
    switch self {
    case .bool: .bool
    case .int64: .int64
    case .float64: .float64
    case .text: .text
    case .timestamp: .timestamp
    case .image: .image
    }
  }
}
