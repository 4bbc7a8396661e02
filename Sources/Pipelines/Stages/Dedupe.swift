public import PlantData

/// One row for each combination of values: `dedupe { "serial" }`, or of whole rows: `dedupe {}`. Quarantine is
/// `expect`'s business: what falls away here is counted in the notes.
public struct Dedupe: TableStage {
  public static let name = "dedupe"
  let keys: [String]
  let keep: Table.Keep

  public init(by keys: [String] = [], keep: Table.Keep = .first) {
    self.keys = keys
    self.keep = keep
  }

  public var text: String { stageText(Dedupe.name, ["by": .list(keys), "keep": .text(keep.rawValue)]) }

  public func apply(to table: Table, quarantine: inout Quarantine) throws -> Table {
    try table.dedupe(by: keys, keep: keep)
  }
}
