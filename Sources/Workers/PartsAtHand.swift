internal import Synchronization

/// The parts of one piece of work, taken by many threads without a lock.
///
/// Every thread has a row of parts, and a word that says which of them is next together with the number of the
/// piece of work; who takes one adds 1 to the word if it still is what was seen, so that nobody takes a part of
/// work that is over.
struct PartsAtHand: ~Copyable {
  private let threads: Int
  private let words: UnsafeMutablePointer<Atomic<UInt64>>
  /// The number of parts, and in the upper half that of the rows.
  private let shape = Atomic<UInt64>(1 << 32)

  /// Words lie a cache line and its neighbour apart.
  private static let stride = 16
  private static let numbers: UInt64 = 0xFFFF_FFFF

  init(threads: Int) {
    self.threads = threads
    words = .allocate(capacity: threads * Self.stride)
    for word in 0..<threads * Self.stride { (words + word).initialize(to: Atomic(Self.numbers)) }
  }

  deinit {
    words.deinitialize(count: threads * Self.stride)
    words.deallocate()
  }

  /// Lays out `count` parts. Called by one thread at a time, when all parts before are done.
  borrowing func open(_ count: Int) {
    let rows = min(threads, count)
    let work = (words[0].load(ordering: .relaxed) >> 32 &+ 1) << 32
    for row in 0..<threads { words[row * Self.stride].store(work | Self.numbers, ordering: .releasing) }
    shape.store(UInt64(rows) << 32 | UInt64(count), ordering: .releasing)
    for row in 0..<rows {
      words[row * Self.stride].store(work | UInt64(row * count / rows), ordering: .releasing)
    }
  }

  /// A part that nobody has begun, of the thread's own row first; nil when there is none.
  borrowing func take(for thread: Int) -> Int? {
    let rows = Int(shape.load(ordering: .acquiring) >> 32)
    for step in 0..<rows {
      if let part = take(from: (thread + step) % rows) { return part }
    }
    return nil
  }

  private borrowing func take(from row: Int) -> Int? {
    var seen = words[row * Self.stride].load(ordering: .acquiring)
    while true {
      let shape = shape.load(ordering: .acquiring)
      let rows = Int(shape >> 32)
      let next = Int(seen & Self.numbers)
      guard next < (row + 1) * Int(shape & Self.numbers) / rows else { return nil }
      let (done, found) = words[row * Self.stride].compareExchange(
        expected: seen, desired: seen + 1, ordering: .acquiringAndReleasing)
      if done { return next }
      seen = found
    }
  }
}
