public import PlantData

/// One row for each group with what sums up its rows: `group_by({ "coil" }, { speed = "mean(speed)" })`.
public struct GroupBy: TableStage {
  public static let name = "group_by"
  let keys: [String]
  let formulas: [String: String]

  public init(_ keys: [String], _ formulas: [String: String]) {
    self.keys = keys
    self.formulas = formulas
  }

  public var text: String {
    let sums = StageValue.fields(formulas.mapValues { .text($0) })
    return "\(GroupBy.name)(\(StageValue.list(keys).typed), \(sums.typed))"
  }

  public func apply(to table: Table, quarantine: inout Quarantine) throws -> Table {
    try table.groupBy(keys, formulas.keys.sorted().map { ($0, formulas[$0] ?? "") })
  }
}
