internal import PlantData

/// Numbers the distinct combinations of some columns' values, in order of first appearance.
struct RowGroups {
  /// For each row the number of its combination; a missing value is a value like any other.
  private(set) var numbers: [Int]

  init(_ table: Table, by names: [String]) throws {
    numbers = [Int](repeating: 0, count: table.rowCount)
    for name in names {
      let column = try table.column(name)
      var known: [Pair: Int] = [:]
      for row in 0..<table.rowCount {
        let pair = Pair(before: numbers[row], cell: column[row])
        let number = known[pair] ?? known.count
        known[pair] = number
        numbers[row] = number
      }
    }
  }

  private struct Pair: Hashable {
    var before: Int
    var cell: Cell
  }
}
