public import PlantData
internal import Report

/// Numbers in other units: `convert { temperature = "degC" }`. The column's own unit says what to convert from.
public struct Convert: TableStage {
  public static let name = "convert"
  let units: [String: Unit]

  /// - Throws: `Fault` (name) for a unit that is not known.
  public init(_ units: [String: String]) throws { self.units = try units.mapValues { try Unit($0) } }

  public var text: String { stageText(Convert.name, units.mapValues { .text($0.symbol) }) }

  public func apply(to table: Table, quarantine: inout Quarantine) throws -> Table {
    var table = table
    for name in units.keys.sorted() {
      guard let unit = units[name] else { continue }
      let column = try table.column(name)
      table = try table.with(UnitConversion.column(column, to: unit))
    }
    return table
  }
}
