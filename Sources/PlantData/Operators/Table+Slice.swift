internal import Randomness

extension Table {
  /// The first rows.
  public func head(_ count: Int = 5) -> Table { slice(0..<min(max(0, count), rowCount)) }

  /// The last rows.
  public func tail(_ count: Int = 5) -> Table { slice(max(0, rowCount - max(0, count))..<rowCount) }

  /// Rows by their place, counted from 0; what lies outside the table is left out.
  public func slice(_ range: Range<Int>) -> Table {
    let rows = range.clamped(to: 0..<rowCount)
    return taking(Buffer(rows.map(Int32.init)))
  }

  /// Some rows drawn at random without putting back, in the table's order; the same seed draws the same rows.
  public func sample(_ count: Int, seed: UInt64) -> Table {
    var generator = SeededGenerator(seed: seed, for: "sample")
    let drawn = generator.permutation(rowCount).prefix(max(0, count)).sorted()
    return rows(drawn)
  }
}
