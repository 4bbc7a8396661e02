extension Table {
  /// The rows for which a condition holds in which an aggregate stands for that of the row's group.
  ///
  ///     try scada.filter("abs(value - mean(value)) <= 4 * std(value)", by: ["tag"])
  ///
  /// Without keys all rows are one group.
  ///
  /// - Throws: a fault with the place marked, for a condition that does not fit the table.
  public func filter(_ condition: String, by keys: [String]) throws -> Table {
    filter(rows: try groupwise(Expression(condition), by: keys) { try $0.condition(over: $1) })
  }

  /// The table with columns computed by formulas in which an aggregate stands for that of the row's group.
  ///
  ///     try scada.with([("z", "(value - mean(value)) / std(value)")], by: ["tag"])
  ///
  /// Each formula sees the columns as they were before.
  ///
  /// - Throws: a fault with the place marked, for a formula that does not fit the table.
  public func with(_ formulas: [(name: String, formula: String)], by keys: [String]) throws -> Table {
    try formulas.reduce(self) { result, next in
      let column = try groupwise(Expression(next.formula), by: keys) { try $0.column(next.name, over: $1) }
      return try result.with(column)
    }
  }

  /// Hands over the expression and a table in which its aggregates are columns.
  private func groupwise<Result>(
    _ expression: Expression, by keys: [String], _ body: (Expression, Table) throws -> Result
  ) throws -> Result {
    let index = try KeyIndex(keys.map { try column($0) }, rows: rowCount, missingCounts: true)
    let aggregation = Aggregation(groups: index.groups, count: index.count)
    var formula = AggregateFormula(expression, rowsOf: self) { aggregate, column in
      aggregation.column(aggregate, of: column).taking(index.groups, orMissing: true)
    }
    return try formula.expanded(body)
  }
}
