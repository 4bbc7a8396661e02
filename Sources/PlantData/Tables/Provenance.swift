/// The origin of every row of a table, kept while rows are dropped, sorted and joined.
///
/// A file read from end to end is one run; rows taken from it are numbers into the runs, so that keeping
/// origins costs nothing while reading and four bytes a row afterwards.
public final class Provenance: Sendable {
  /// Consecutive rows of one file.
  struct Run: Sendable, Hashable {
    /// The number of the run's first row among all rows read.
    var start: Int
    var file: Int
    var row: Int
  }

  public let files: [String]
  public let count: Int
  private let runs: [Run]
  /// For each row its number among all rows read; nil for all of them in order, -1 for a row of no file.
  private let taken: Buffer<Int32>?

  init(files: [String], runs: [Run], count: Int, taken: Buffer<Int32>? = nil) {
    self.files = files
    self.runs = runs
    self.count = taken?.count ?? count
    self.taken = taken
  }

  /// Rows `firstRow` and following of one file.
  public convenience init(file: String, firstRow: Int, count: Int) {
    self.init(files: [file], runs: [Run(start: 0, file: 0, row: firstRow)], count: count)
  }

  public subscript(row: Int) -> Origin? {
    precondition(row >= 0 && row < count, "Provenance: row outside the table")
    let number = taken.map { Int($0.start[row]) } ?? row
    guard number >= 0 else { return nil }
    var low = 0, high = runs.count
    while low < high {
      let middle = (low + high) / 2
      if runs[middle].start <= number { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return nil }
    let run = runs[low - 1]
    return Origin(file: files[run.file], row: run.row + number - run.start)
  }

  /// The origins of these rows, in this order.
  func taking(_ rows: Buffer<Int32>) -> Provenance {
    guard let taken else { return Provenance(files: files, runs: runs, count: count, taken: rows) }
    return Provenance(files: files, runs: runs, count: count, taken: taken.taking(rows, absent: -1))
  }

  /// The origins of the rows that stay.
  func keeping(_ rows: KeptRows) -> Provenance {
    Provenance(files: files, runs: runs, count: count, taken: taken?.keeping(rows) ?? rows.bits.setRows())
  }

  /// The origins of tables one below the other.
  static func joining(_ parts: [(provenance: Provenance?, rows: Int)]) -> Provenance? {
    guard parts.contains(where: { $0.provenance != nil }) else { return nil }
    var files: [String] = []
    var runs: [Run] = []
    let total = parts.reduce(0) { $0 + $1.rows }
    let numbers = Buffer<Int32>(repeating: -1, count: total)
    var row = 0, base = 0
    for part in parts {
      if let known = part.provenance {
        runs += known.runs.map { Run(start: $0.start + base, file: $0.file + files.count, row: $0.row) }
        files += known.files
        var span = known.taken == nil ? known.count : 0
        for i in 0..<part.rows {
          let number = known.taken.map { Int($0.start[i]) } ?? i
          numbers.start[row + i] = number < 0 ? -1 : Int32(number + base)
          span = max(span, number + 1)
        }
        base += span
      }
      row += part.rows
    }
    return Provenance(files: files, runs: runs, count: total, taken: numbers)
  }
}
