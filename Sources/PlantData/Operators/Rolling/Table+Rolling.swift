internal import Report

/// Which rows before a row, and the row itself, count for it.
public enum RollingWindow: Sendable, Hashable {
  /// So many rows.
  case rows(Int)
  /// The rows of a span of time in seconds that ends at the row: later than its moment less the span.
  case time(String, seconds: Double)
}

extension Table {
  /// The table with columns of figures over a window that moves along with the row, for each combination of the
  /// keys on its own.
  ///
  ///     try scada.rolling(.rows(60), by: ["tag"], [("mean", "mean(value)"), ("sd", "std(value)")])
  ///     try scada.rolling(.time("ts", seconds: 300), by: ["tag"], [("peak", "max(value)")])
  ///
  /// Rows count in the table's order, spans of time by the clock, whatever the order. A formula may use several
  /// aggregates: `"max(value) - min(value)"`.
  ///
  /// - Parameter least: a window with fewer values gives a missing figure; unless given, a window of rows must be
  ///   full and a span of time must hold one value.
  /// - Throws: a fault with the place marked, for a formula that does not fit.
  public func rolling(
    _ window: RollingWindow, by keys: [String] = [], least: Int? = nil,
    _ formulas: [(name: String, formula: String)]
  ) throws -> Table {
    let expressions = try formulas.map { (name: $0.name, expression: try Expression($0.formula)) }
    let aggregates = expressions.reduce(into: Set<Aggregate>()) {
      $0.formUnion($1.expression.syntax.aggregates)
    }
    let windows = try Windows(self, window, keys: keys, least: least)
    let figures = WindowFigures(windows, asked: aggregates)
    return try expressions.reduce(self) { result, next in
      try Interruption.check()
      var formula = AggregateFormula(next.expression, rowsOf: self) { figures.column($0, of: $1) }
      return try result.with(formula.column(next.name))
    }
  }
}
