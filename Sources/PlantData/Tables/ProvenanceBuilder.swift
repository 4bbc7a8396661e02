/// Notes the origin of rows as a reader appends them.
public struct ProvenanceBuilder {
  private var files: [String] = []
  private var runs: [Provenance.Run] = []
  private var nextRow = -1
  public private(set) var count = 0

  public init() {}

  /// The rows that follow come from this file.
  public mutating func begin(file: String) {
    files.append(file)
    nextRow = -1
  }

  /// One row, found at `row` of the file that was begun last.
  @inline(__always)
  public mutating func append(row: Int) { append(rows: row..<row + 1) }

  /// Consecutive rows of the file that was begun last.
  @inline(__always)
  public mutating func append(rows: Range<Int>) {
    precondition(!files.isEmpty, "ProvenanceBuilder: a row before any file")
    if rows.lowerBound != nextRow {
      runs.append(.init(start: count, file: files.count - 1, row: rows.lowerBound))
    }
    nextRow = rows.upperBound
    count += rows.count
  }

  public func finish() -> Provenance { Provenance(files: files, runs: runs, count: count) }
}
