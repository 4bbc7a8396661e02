internal import Report

/// A condition or a formula over the columns of a table, in Lua's expression syntax.
///
///     let hot = try Expression("温度 > 80 and quality == 'GOOD'")
///     let rows = try hot.condition(over: table)
///     try Expression("current * voltage").column("power", over: table)
///
/// Names are columns, in any script; `col["name with spaces"]` or backquotes name the odd ones. A missing
/// value makes what is computed from it missing; `and`, `or` and `not` follow SQL's three-valued logic.
/// Numbers follow Lua: `/` and `^` give numbers, integers stay integers under the rest, and dividing by
/// zero gives inf or nan, or a missing value for integers.
public struct Expression: Sendable, Hashable {
  let source: ExpressionSource
  let syntax: Syntax

  /// - Throws: a fault with the place marked, when the text is no expression.
  public init(_ text: String) throws {
    source = ExpressionSource(text)
    syntax = try ExpressionParser.parse(source)
  }

  init(source: ExpressionSource, syntax: Syntax) {
    self.source = source
    self.syntax = syntax
  }

  public var text: String { source.text }

  /// The columns it reads, each once, in order of appearance.
  public var columns: [String] { syntax.columns }

  /// Computes the formula for every row.
  public func column(_ name: String, over table: Table) throws -> Column {
    let plan = try ExpressionCompiler(source: source, table: table).plan(syntax)
    return try plan.column(name, rows: table.rowCount)
  }

  /// The rows for which the condition holds; where it is unknown because a value is missing, it does not.
  ///
  /// - Throws: a fault when the expression is no condition.
  public func condition(over table: Table) throws -> Bitmap {
    let plan = try ExpressionCompiler(source: source, table: table).plan(syntax)
    guard plan.kind == .bool else {
      throw source.fault(
        .type, at: syntax.range,
        en: "a condition is wanted, this is \(plan.described.en)", zh: "此处需要条件，而这是\(plan.described.zh)")
    }
    let column = try plan.column("", rows: table.rowCount)
    guard case .bool(let bits) = column.values else { preconditionFailure("condition: no bits") }
    return Bitmap.both(bits, column.validity) ?? bits
  }
}

extension Expression: CustomStringConvertible {
  public var description: String { text }
}
