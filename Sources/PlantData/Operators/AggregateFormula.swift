internal import Report

/// A formula over groups: its aggregates are computed from the rows, the rest from their results.
struct AggregateFormula {
  private let expression: Expression
  private let table: Table
  /// The results of an aggregate over a column, in the shape of `results`; over no column, how many rows.
  private let aggregated: (Aggregate, Column?) -> Column
  private var results: Table

  /// One value for each group; `keys` is a table of one row for each.
  init(_ expression: Expression, table: Table, keys: Table, _ aggregation: Aggregation) {
    self.expression = expression
    self.table = table
    results = keys
    aggregated = { aggregate, column in
      guard let column else { return aggregation.rowCounts() }
      return aggregation.column(aggregate, of: column)
    }
  }

  /// One value for each row.
  ///
  /// - Parameter aggregated: what an aggregate over a column comes to in each row.
  init(_ expression: Expression, rowsOf table: Table, _ aggregated: @escaping (Aggregate, Column) -> Column) {
    self.expression = expression
    self.table = table
    results = table
    self.aggregated = { aggregate, column in
      aggregated(aggregate, column ?? Column(repeating: .bool(true), count: table.rowCount))
    }
  }

  mutating func column(_ name: String) throws -> Column {
    try expanded { try $0.column(name, over: $1) }
  }

  /// Hands over the expression with its aggregates computed, and the table that holds them.
  mutating func expanded<Result>(_ body: (Expression, Table) throws -> Result) throws -> Result {
    let outer = try replaced(expression.syntax)
    return try body(Expression(source: expression.source, syntax: outer), results)
  }

  /// The tree with each aggregate turned into a column of its results.
  private mutating func replaced(_ syntax: Syntax) throws -> Syntax {
    switch syntax {
    case .call(let name, let arguments, let range):
      if let aggregate = Aggregate(rawValue: name), arguments.count <= 1 {
        return try computed(aggregate, arguments.first, range)
      }
      // An unknown function is told of before its arguments are.
      guard ExpressionFunction.byName[name] != nil else { return syntax }
      return .call(name, try arguments.map { try replaced($0) }, range)
    case .unary(let sign, let operand, let range): return .unary(sign, try replaced(operand), range)
    case .binary(let sign, let left, let right, let range):
      return .binary(sign, try replaced(left), try replaced(right), range)
    case .column(let name, let range) where results[name] == nil && table[name] != nil:
      throw expression.source.fault(
        .usage, at: range, en: "\(name) has many values in a group · sum them up, as mean(\(name))",
        zh: "\(name) 在一组中有多个值 · 请先汇总，例如 mean(\(name))")
    default: return syntax
    }
  }

  private mutating func computed(_ aggregate: Aggregate, _ argument: Syntax?, _ range: Range<Int>) throws
    -> Syntax
  {
    let name = "\u{1}\(results.columns.count)"
    guard let argument else {
      guard aggregate == .count else {
        throw expression.source.fault(
          .usage, at: range, en: "\(aggregate.rawValue) needs a column: \(aggregate.rawValue)(speed)",
          zh: "\(aggregate.rawValue) 需要一列：\(aggregate.rawValue)(speed)")
      }
      results = try results.with(aggregated(.count, nil).renamed(name))
      return .column(name, range)
    }
    let column: Column
    if case .column(let own, _) = argument, let known = table[own] {
      column = known
    } else {
      column = try Expression(source: expression.source, syntax: argument).column(name, over: table)
    }
    try check(aggregate, column, argument)
    results = try results.with(aggregated(aggregate, column).renamed(name))
    return .column(name, range)
  }

  private func check(_ aggregate: Aggregate, _ column: Column, _ argument: Syntax) throws {
    let fits: Bool
    switch aggregate {
    case .count, .first, .last: fits = true
    case .uniqueCount: fits = column.kind != .image
    case .min, .max: fits = column.kind != .image
    case .sum, .mean, .std, .median: fits = column.kind.isNumber || column.kind == .bool
    }
    guard !fits else { return }
    throw expression.source.fault(
      .type, at: argument.range, en: "\(aggregate.rawValue) needs numbers, this is \(column.kind.words.en)",
      zh: "\(aggregate.rawValue) 需要数值，而这是\(column.kind.words.zh)")
  }
}
