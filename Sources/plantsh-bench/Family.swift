/// Rows that are measured together: `Scripts/bench NAME`.
protocol Family {
  static var name: String { get }
  /// Simplest first.
  static var rows: [any Row] { get }
}
