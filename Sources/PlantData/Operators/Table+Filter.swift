extension Table {
  /// The rows for which the condition holds.
  ///
  ///     try table.filter("温度 > 80 and quality == 'GOOD'")
  ///     try table.filter("speed > mean(speed)")
  ///
  /// - Throws: a fault with the place marked, for a condition that does not fit the table.
  public func filter(_ condition: String) throws -> Table { try filter(Expression(condition)) }

  public func filter(_ condition: Expression) throws -> Table {
    guard !condition.syntax.hasAggregate else { return try filter(condition.text, by: []) }
    return filter(rows: try condition.condition(over: self))
  }

  /// The rows whose bit is set.
  public func filter(rows: Bitmap) -> Table { keeping(KeptRows(rows)) }

  /// The table with columns computed by expressions.
  ///
  ///     try table.with([("reduction", "(entry_gauge - gauge) / entry_gauge")])
  ///
  /// The order does not matter: a name stands for the column that the table has; only a name it lacks stands
  /// for what another of the formulas computes.
  ///
  /// - Throws: a fault with the place marked, for a formula that does not fit.
  public func with(_ formulas: [(name: String, formula: String)]) throws -> Table {
    if try formulas.contains(where: { try Expression($0.formula).syntax.hasAggregate }) {
      return try with(formulas, by: [])
    }
    var waiting = try formulas.map { (name: $0.name, expression: try Expression($0.formula)) }
    var known = self
    var result = self
    while !waiting.isEmpty {
      let names = Set(waiting.map(\.name))
      let ready = waiting.firstIndex { next in
        next.expression.columns.allSatisfy { known[$0] != nil || !names.contains($0) }
      }
      let next = waiting.remove(at: ready ?? 0)
      let column = try next.expression.column(next.name, over: known)
      result = try result.with(column)
      if self[next.name] == nil { known = try known.with(column) }
    }
    return result
  }
}
