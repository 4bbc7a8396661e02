internal import Workers

/// Sorts row numbers by words whose range is small enough that a word's distance from the least and its place fit 64
/// bits together: one pass by the highest bits into buckets that fit the cache, then counting passes within each
/// (Knuth, The Art of Computer Programming 3, 5.2.5). Words nearly in order, as times are, hardly move in the first.
package struct PackedSort {
  private let words: Buffer<UInt64>
  private let least: UInt64
  private let greatest: UInt64
  private let descending: Bool
  private let placeBits: Int
  private let rangeBits: Int

  private static let stretches = 8
  /// Entries in a bucket, on average.
  private static let bucket = 2048

  /// nil where words and places do not fit together.
  package init?(_ order: Buffer<Int32>, _ words: Buffer<UInt64>, descending: Bool) {
    var least = UInt64.max, greatest: UInt64 = 0
    for row in order.values {
      let word = words.start[Int(row)]
      least = min(least, word)
      greatest = max(greatest, word)
    }
    placeBits = Int.bitWidth - (order.count - 1).leadingZeroBitCount
    rangeBits = max(1, UInt64.bitWidth - (greatest - least).leadingZeroBitCount)
    guard placeBits + rangeBits <= 64 else { return nil }
    self.words = words
    self.least = least
    self.greatest = greatest
    self.descending = descending
  }

  @inline(__always)
  private func packed(_ place: Int, _ row: Int32) -> UInt64 {
    let word = words.start[Int(row)]
    return (descending ? greatest - word : word - least) << UInt64(placeBits) | UInt64(place)
  }

  package func sort(_ order: Buffer<Int32>) {
    let count = order.count
    let bucketBits = min(rangeBits, max(0, Int.bitWidth - (count / PackedSort.bucket).leadingZeroBitCount))
    let shift = UInt64(placeBits + rangeBits - bucketBits)
    let (entries, starts) = scattered(order, bucketBits, shift)
    let buckets = 1 << bucketBits
    let rows = Buffer<Int32>(order.values)
    Workers.run(buckets, grain: 8) { range in
      var scratch: [UInt64] = []
      for bucket in range {
        let low = starts[bucket], length = starts[bucket + 1] - low
        sortBucket(entries.start + low, length, bits: rangeBits - bucketBits, &scratch)
      }
    }
    let mask: UInt64 = placeBits == 64 ? ~0 : (1 << UInt64(placeBits)) - 1
    let into = order.start, from = rows.start
    Workers.run(count, grain: 1 << 16) { range in
      for i in range { into[i] = from[Int(entries.start[i] & mask)] }
    }
  }

  /// All entries by their bucket, within a bucket in their order, and where each bucket begins.
  private func scattered(
    _ order: Buffer<Int32>, _ bucketBits: Int, _ shift: UInt64
  ) -> (Buffer<UInt64>, [Int]) {
    let count = order.count, buckets = 1 << bucketBits, stretches = PackedSort.stretches
    let counts = Buffer<Int>(repeating: 0, count: buckets * stretches)
    let bucketOf = { (entry: UInt64) -> Int in bucketBits == 0 ? 0 : Int(entry >> shift) }
    Workers.runIndexed(stretches) { stretch in
      let own = counts.start + stretch * buckets
      for i in count * stretch / stretches..<count * (stretch + 1) / stretches {
        own[bucketOf(packed(i, order.start[i]))] += 1
      }
    }
    var starts: [Int] = [], next = 0
    for bucket in 0..<buckets {
      starts.append(next)
      for stretch in 0..<stretches {
        let own = counts.start[stretch * buckets + bucket]
        counts.start[stretch * buckets + bucket] = next
        next += own
      }
    }
    starts.append(next)
    let entries = Buffer<UInt64>(count: count)
    Workers.runIndexed(stretches) { stretch in
      let own = counts.start + stretch * buckets
      for i in count * stretch / stretches..<count * (stretch + 1) / stretches {
        let entry = packed(i, order.start[i])
        let bucket = bucketOf(entry)
        entries.start[own[bucket]] = entry
        own[bucket] += 1
      }
    }
    return (entries, starts)
  }

  /// Sorts the entries of one bucket by the `bits` above the place, lowest digit first; places are in order already.
  private func sortBucket(
    _ entries: UnsafeMutablePointer<UInt64>, _ count: Int, bits: Int, _ scratch: inout [UInt64]
  ) {
    guard count > 1, (1..<count).contains(where: { entries[$0 - 1] > entries[$0] }) else { return }
    if scratch.count < count { scratch = [UInt64](repeating: 0, count: count) }
    scratch.withUnsafeMutableBufferPointer { scratch in
      guard let base = scratch.baseAddress else { return }
      var from = entries, into = base
      for shift in stride(from: placeBits, to: placeBits + bits, by: 8) {
        PackedSort.pass(from, into, count, UInt64(shift))
        swap(&from, &into)
      }
      if from != entries { entries.update(from: from, count: count) }
    }
  }

  @inline(__always)
  private static func pass(
    _ from: UnsafeMutablePointer<UInt64>, _ into: UnsafeMutablePointer<UInt64>, _ count: Int, _ shift: UInt64
  ) {
    withUnsafeTemporaryAllocation(of: Int.self, capacity: 256) { next in
      next.initialize(repeating: 0)
      for i in 0..<count { next[Int((from[i] >> shift) & 255)] += 1 }
      var sum = 0
      for digit in 0..<256 { (next[digit], sum) = (sum, sum + next[digit]) }
      for i in 0..<count {
        let digit = Int((from[i] >> shift) & 255)
        into[next[digit]] = from[i]
        next[digit] += 1
      }
    }
  }
}
