public import PlantData

/// Rows in the order of some columns: `sort { "station", "time" }`.
public struct Sort: TableStage {
  public static let name = "sort"
  let keys: [SortKey]

  public init(by keys: [SortKey]) { self.keys = keys }

  public var text: String {
    let isDescending = keys.contains(where: \.descending)
    var fields: [String: StageValue] = ["by": .list(keys.map(\.column))]
    if isDescending { fields["descending"] = .word("true") }
    return stageText(Sort.name, fields)
  }

  public func apply(to table: Table, quarantine: inout Quarantine) throws -> Table {
    try table.sort(by: keys)
  }
}
