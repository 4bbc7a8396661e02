/// What is declared about the columns of a source whose values come with kinds of their own.
public struct ColumnOptions: Sendable {
  public var types: [String: FieldType]
  /// Words that stand for a missing value.
  public var missing: [String]
  /// The zone of times that name none; without it such times stay local times.
  public var zone: Zone?
  public var units: [String: Unit]
  /// True: the first row that cannot be read is a fault; false: it goes to quarantine.
  public var isStrict: Bool

  public init(
    types: [String: FieldType] = [:], missing: [String] = [], zone: Zone? = nil, units: [String: Unit] = [:],
    isStrict: Bool = false
  ) {
    self.types = types
    self.missing = missing
    self.zone = zone
    self.units = units
    self.isStrict = isStrict
  }
}
