public import PlantData

/// Columns under other names: `rename { T_END = "rolled_at" }`.
public struct Rename: TableStage {
  public static let name = "rename"
  let names: [String: String]

  public init(_ names: [String: String]) { self.names = names }

  public var text: String { stageText(Rename.name, names.mapValues { .text($0) }) }

  public func apply(to table: Table, quarantine: inout Quarantine) throws -> Table { try table.rename(names) }
}
