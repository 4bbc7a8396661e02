/// A column to sort by, and which way.
public struct SortKey: Sendable, Hashable {
  public var column: String
  public var descending: Bool

  public init(_ column: String, descending: Bool = false) {
    self.column = column
    self.descending = descending
  }
}
