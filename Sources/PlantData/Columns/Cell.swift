/// One value of a table, for showing, for tests and for single look-ups. Operators work on whole columns.
public enum Cell: Sendable, Hashable {
  case missing
  case bool(Bool)
  case int64(Int64)
  case float64(Double)
  case text(String)
  case timestamp(Timestamp)
  case image(ImageReference)
}

extension Cell: ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral, ExpressibleByStringLiteral,
  ExpressibleByBooleanLiteral, ExpressibleByNilLiteral
{
  public init(floatLiteral value: Double) { self = .float64(value) }
  public init(integerLiteral value: Int64) { self = .int64(value) }
  public init(stringLiteral value: String) { self = .text(value) }
  public init(booleanLiteral value: Bool) { self = .bool(value) }
  public init(nilLiteral: ()) { self = .missing }
}
