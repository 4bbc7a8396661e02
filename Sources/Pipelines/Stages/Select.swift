public import PlantData

/// Only these columns, in this order: `select { "serial", "speed" }`.
public struct Select: TableStage {
  public static let name = "select"
  let columns: [String]

  public init(_ columns: [String]) { self.columns = columns }

  public var text: String { "\(Select.name) \(StageValue.list(columns).typed)" }

  public func apply(to table: Table, quarantine: inout Quarantine) throws -> Table {
    try table.select(columns)
  }
}
