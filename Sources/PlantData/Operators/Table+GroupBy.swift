internal import Report

extension Table {
  /// One row for each combination of the keys' values, in order of first appearance, with what sums up its rows.
  ///
  ///     try table.groupBy(["station"], [("mean_speed", "mean(speed)"), ("n", "count()")])
  ///
  /// A formula may use several aggregates and keys: `"max(speed) - min(speed)"`. Missing values are left out;
  /// a missing key is a group of its own.
  ///
  /// - Throws: a fault with the place marked, for a formula that does not fit.
  public func groupBy(
    _ keys: [String], _ formulas: [(name: String, formula: String)]
  ) throws -> Table {
    let keyColumns = try keys.map { try column($0) }
    let index = try KeyIndex(keyColumns, rows: rowCount, missingCounts: true)
    let first = index.firstRows()
    let aggregation = Aggregation(groups: index.groups, count: index.count)
    let keyTable = try Table(
      keyColumns.map { $0.taking(first) }, rowCount: index.count, provenance: provenance?.taking(first))
    var result = keyTable
    for (name, formula) in formulas {
      try Interruption.check()
      var writer = AggregateFormula(try Expression(formula), table: self, keys: keyTable, aggregation)
      result = try result.with(writer.column(name))
    }
    return result
  }
}
