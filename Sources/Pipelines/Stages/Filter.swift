public import PlantData

/// Only the rows for which a condition holds: `filter "speed > 2"`. Rows left out here are not refused: they
/// are simply not wanted.
public struct Filter: TableStage {
  public static let name = "filter"
  let condition: Expression

  /// - Throws: `Fault` for a text that is no expression.
  public init(_ condition: String) throws { self.condition = try Expression(condition) }

  public var text: String { "\(Filter.name) \(StageValue.text(condition.text).typed)" }

  public func apply(to table: Table, quarantine: inout Quarantine) throws -> Table {
    try table.filter(condition)
  }
}
