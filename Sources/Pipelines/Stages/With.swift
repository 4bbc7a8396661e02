public import PlantData

/// Columns computed from others: `with { reduction = "(entry_gauge - gauge) / entry_gauge" }`. Each expression
/// sees the columns as they were before the stage.
public struct With: TableStage {
  public static let name = "with"
  let formulas: [(name: String, formula: Expression)]

  /// - Throws: `Fault` for a text that is no expression.
  public init(_ formulas: [String: String]) throws {
    self.formulas = try formulas.keys.sorted().map { ($0, try Expression(formulas[$0] ?? "")) }
  }

  public var text: String {
    stageText(
      With.name, Dictionary(uniqueKeysWithValues: formulas.map { ($0.name, .text($0.formula.text)) }))
  }

  public func apply(to table: Table, quarantine: inout Quarantine) throws -> Table {
    var result = table
    for (name, formula) in formulas {
      result = try result.with(formula.column(name, over: table))
    }
    return result
  }
}
