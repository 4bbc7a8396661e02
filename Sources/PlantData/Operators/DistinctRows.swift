internal import Report
internal import Workers

/// Finds which rows are the first, or the last, with their values.
///
/// Rows are hashed and sent to one of many small tables by their hash, in their order; a table fits the cache, and
/// tables are filled independently of each other (Shatdal, Kant and Naughton 1994, "Cache conscious algorithms for
/// relational query processing"). Equal hashes are compared value by value, so the result is exact.
struct DistinctRows {
  private let keys: [RowKey]
  private let rowCount: Int

  init(_ columns: [Column], rows: Int) throws {
    keys = try columns.map(RowKey.init)
    rowCount = rows
  }

  private static let parts = 256
  private static let stretches = 8

  /// A flag for each row that is the first of its kind, or the last.
  func flags(keepingLast: Bool) throws -> Buffer<Bool> {
    let flags = Buffer<Bool>(repeating: false, count: rowCount)
    let hashes = self.hashes()
    try Interruption.check()
    let (entries, starts) = scattered(hashes)
    try Interruption.check()
    Workers.run(DistinctRows.parts) { range in
      for part in range where !Interruption.isRequested {
        mark(entries, starts[part]..<starts[part + 1], keepingLast, flags.start)
      }
    }
    try Interruption.check()
    return flags
  }

  private func hashes() -> Buffer<UInt64> {
    let out = Buffer<UInt64>(count: rowCount)
    Workers.run(rowCount, grain: 1 << 14) { range in
      // In short runs, so that what one column left is still in the cache for the next.
      for low in stride(from: range.lowerBound, to: range.upperBound, by: 1 << 12) {
        let run = low..<min(range.upperBound, low + 1 << 12)
        for row in run { out.start[row] = 0 }
        for key in keys { key.mix(into: out.start, run) }
      }
    }
    return out
  }

  /// Row numbers beside the lower half of their hashes, part after part, within a part in their order.
  private func scattered(_ hashes: Buffer<UInt64>) -> (Buffer<UInt64>, [Int]) {
    let parts = DistinctRows.parts, stretches = DistinctRows.stretches
    let counts = Buffer<Int>(repeating: 0, count: parts * stretches)
    func rows(_ stretch: Int) -> Range<Int> {
      rowCount * stretch / stretches..<rowCount * (stretch + 1) / stretches
    }
    Workers.runIndexed(stretches) { stretch in
      let own = counts.start + stretch * parts
      for row in rows(stretch) { own[Int(hashes.start[row] >> 56)] += 1 }
    }
    var starts = [0]
    var next = 0
    for part in 0..<parts {
      for stretch in 0..<stretches {
        let count = counts.start[stretch * parts + part]
        counts.start[stretch * parts + part] = next
        next += count
      }
      starts.append(next)
    }
    let entries = Buffer<UInt64>(count: rowCount)
    Workers.runIndexed(stretches) { stretch in
      let own = counts.start + stretch * parts
      for row in rows(stretch) {
        let hash = hashes.start[row]
        let part = Int(hash >> 56)
        entries.start[own[part]] = hash << 32 | UInt64(UInt32(truncatingIfNeeded: row))
        own[part] += 1
      }
    }
    return (entries, starts)
  }

  private func mark(
    _ entries: Buffer<UInt64>, _ range: Range<Int>, _ keepingLast: Bool, _ flags: UnsafeMutablePointer<Bool>
  ) {
    guard !range.isEmpty else { return }
    var size = 16
    while size < range.count * 2 { size *= 2 }
    let table = Buffer<UInt64>(repeating: .max, count: size)
    for i in 0..<range.count {
      let entry = entries.start[keepingLast ? range.upperBound - 1 - i : range.lowerBound + i]
      let row = Int(UInt32(truncatingIfNeeded: entry))
      var slot = Int(entry >> 32) & (size - 1)
      while true {
        let other = table.start[slot]
        if other == .max {
          table.start[slot] = entry
          flags[row] = true
          break
        }
        if other >> 32 == entry >> 32, areEqual(Int(UInt32(truncatingIfNeeded: other)), row) { break }
        slot = (slot + 1) & (size - 1)
      }
    }
  }

  private func areEqual(_ a: Int, _ b: Int) -> Bool { keys.allSatisfy { $0.areEqual(a, b) } }
}
