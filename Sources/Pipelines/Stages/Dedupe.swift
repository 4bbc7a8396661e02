public import PlantData
internal import Report

/// One row for each combination of values: `dedupe { "serial" }`, or of whole rows: `dedupe {}`. A row that is the
/// same as the kept one in all columns falls away and is counted in the notes; one with other values goes to
/// quarantine, which names the kept row.
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
    // Rows that are the same in all columns have no other values to refuse.
    if keys.isEmpty { return try table.dedupe(keep: keep) }
    let kept = try table.distinctRows(by: keys, keep: keep)
    if kept.countOfSetBits == table.rowCount { return table }
    let key = try RowGroups(table, by: keys).numbers,
      whole = try RowGroups(table, by: table.columnNames).numbers
    var keeper: [Int: Int] = [:]
    for row in 0..<table.rowCount where kept[row] { keeper[key[row]] = row }
    var others: [Int: [Int]] = [:]
    var identical = 0
    for row in 0..<table.rowCount {
      guard let first = keeper[key[row]], first != row else { continue }
      if whole[row] == whole[first] { identical += 1 } else { others[first, default: []].append(row) }
    }
    for first in others.keys.sorted() {
      quarantine.refuse(
        others[first] ?? [], of: table, stage: Dedupe.name, rule: Dedupe.rule(first, table),
        column: keys.count == 1 ? keys[0] : nil,
        counted: Text(en: "duplicates with other values", zh: "重复但其他值不同"))
    }
    let note = Text(en: "\(identical.grouped) duplicates dropped", zh: "去掉 \(identical.grouped) 行重复")
    return table.filter(rows: kept).noting(identical == 0 ? [] : [note])
  }

  /// Names the kept row by its place in its file, or in the table where it has none.
  private static func rule(_ kept: Int, _ table: Table) -> Text {
    let row = table.provenance?[kept]?.row ?? kept + 1
    return Text(en: "duplicate of row \(row) with other values", zh: "与第 \(row) 行重复，但其他值不同")
  }
}
