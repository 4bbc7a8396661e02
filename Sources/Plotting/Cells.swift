internal import Report

/// A matrix of values with named rows and columns.
public struct Cells: Sendable {
  /// What the shade of a cell says.
  public enum Shading: Sendable {
    /// From the smallest value to the largest.
    case value
    /// Share of its row; the diagonal is right, the rest is wrong.
    case shareOfRow
  }

  public var rows: [String]
  public var columns: [String]
  /// [rows, columns]; what is not a number stays empty.
  public var values: [[Double]]
  public var shading: Shading

  public init(rows: [String], columns: [String], values: [[Double]], shading: Shading = .value) {
    precondition(values.count == rows.count, "Cells: one line of values for each row")
    precondition(values.allSatisfy { $0.count == columns.count }, "Cells: one value for each column")
    self.rows = rows
    self.columns = columns
    self.values = values
    self.shading = shading
  }

  /// How strongly each cell is shaded, 0 ... 1, row by row.
  var shades: [[Double]] {
    switch shading {
    case .value:
      let known = values.joined().filter { $0.isFinite }
      guard let low = known.min(), let high = known.max(), high > low else {
        return values.map { $0.map { $0.isFinite ? 0.5 : 0 } }
      }
      return values.map { $0.map { $0.isFinite ? ($0 - low) / (high - low) : 0 } }
    case .shareOfRow:
      return values.map { row in
        let total = row.filter { $0.isFinite }.reduce(0, +)
        return row.map { total > 0 && $0.isFinite ? $0 / total : 0 }
      }
    }
  }

  /// The value as it is written into its cell.
  func label(_ row: Int, _ column: Int) -> String {
    let value = values[row][column]
    guard value.isFinite else { return "" }
    return value == value.rounded() && abs(value) < 1e9 ? Int(value).grouped : value.significant(3)
  }
}
