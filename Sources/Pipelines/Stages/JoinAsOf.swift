public import PlantData

/// Each row with the sample of another table that fits its moment best.
public struct JoinAsOf: TableStage {
  public static let name = "join_asof"
  let other: Table
  let time: JoinKey
  let by: [JoinKey]
  let within: Double?
  let direction: AsOfDirection

  /// - Parameter within: the largest distance in seconds; nil for any.
  public init(
    _ other: Table, on time: JoinKey, by: [JoinKey] = [], within: Double? = nil,
    direction: AsOfDirection = .backward
  ) {
    self.other = other
    self.time = time
    self.by = by
    self.within = within
    self.direction = direction
  }

  public var text: String {
    var fields: [String: StageValue] = ["on": [time].typed, "direction": .text(direction.rawValue)]
    if !by.isEmpty { fields["by"] = by.typed }
    fields["within"] = within.map { .number($0) }
    return "\(JoinAsOf.name)(\(other.sizeInWords), \(StageValue.fields(fields).typed))"
  }

  public func apply(to table: Table, quarantine: inout Quarantine) throws -> Table {
    try table.joinAsOf(other, on: time, by: by, within: within, direction: direction)
  }
}
