/// Sorts row numbers by 64-bit words, stable.
///
/// Words that leave room for the place beside them go the way of `PackedSort`. For others there is a counting pass for
/// each of the eight bytes, lowest first, leaving out bytes that are the same in all words (Knuth, The Art of Computer
/// Programming 3, 5.2.5).
package enum RadixSort {
  package static func sort(
    _ order: Buffer<Int32>, by key: (words: Buffer<UInt64>, validity: Bitmap?), descending: Bool
  ) {
    let words = key.words
    guard order.count > 1 else { return }
    if isSorted(order, words, descending), key.validity == nil { return }
    if key.validity == nil, let packed = PackedSort(order, words, descending: descending) {
      return packed.sort(order)
    }
    let flip: UInt64 = descending ? ~0 : 0
    let other = Buffer<Int32>(count: order.count)
    var from = order.start, into = other.start
    for shift in stride(from: UInt64(0), to: 64, by: 8) {
      guard
        let starts = starts(order.count, { Int(((words.start[$0] ^ flip) >> shift) & 255) })
      else { continue }
      pass(from, into, order.count, starts) { Int(((words.start[$0] ^ flip) >> shift) & 255) }
      swap(&from, &into)
    }
    if let validity = key.validity,
      let starts = starts(order.count, { validity[$0] ? 0 : 1 })
    {
      pass(from, into, order.count, starts) { validity[$0] ? 0 : 1 }
      swap(&from, &into)
    }
    if from != order.start { order.start.update(from: from, count: order.count) }
  }

  private static func isSorted(_ order: Buffer<Int32>, _ words: Buffer<UInt64>, _ descending: Bool) -> Bool {
    for i in 1..<order.count {
      let before = words.start[Int(order.start[i - 1])], here = words.start[Int(order.start[i])]
      if descending ? before < here : before > here { return false }
    }
    return true
  }

  /// Where each digit's rows begin, or nil when all rows have the same digit.
  @inline(__always)
  private static func starts(_ count: Int, _ digit: (Int) -> Int) -> [Int]? {
    var counts = [Int](repeating: 0, count: 256)
    counts.withUnsafeMutableBufferPointer { counts in
      for row in 0..<count { counts[digit(row)] += 1 }
    }
    if counts.contains(count) { return nil }
    var sum = 0
    for d in 0..<256 { (counts[d], sum) = (sum, sum + counts[d]) }
    return counts
  }

  @inline(__always)
  private static func pass(
    _ from: UnsafeMutablePointer<Int32>, _ into: UnsafeMutablePointer<Int32>, _ count: Int, _ starts: [Int],
    _ digit: (Int) -> Int
  ) {
    var next = starts
    next.withUnsafeMutableBufferPointer { next in
      for i in 0..<count {
        let row = from[i]
        let d = digit(Int(row))
        into[next[d]] = row
        next[d] += 1
      }
    }
  }
}
