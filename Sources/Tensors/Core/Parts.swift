internal import Workers

/// Work cut into one contiguous part for each worker, for kernels that keep something of their own: a
/// workspace, or sums that are joined afterwards in the order of the parts. The parts depend on the number of
/// workers alone, so the result does too.
struct Parts {
  let count: Int
  private let total: Int

  /// - Parameter grain: what one worker takes at least.
  init(_ total: Int, grain: Int = 1) {
    self.total = total
    count = Swift.max(1, Swift.min(Workers.count, total / Swift.max(1, grain)))
  }

  func range(_ part: Int) -> Range<Int> { part * total / count..<(part + 1) * total / count }

  /// Runs `body(part, range)` for every part and returns when all are done.
  func run(_ body: (Int, Range<Int>) -> Void) {
    Workers.run(count) { parts in
      for part in parts { body(part, range(part)) }
    }
  }
}

/// Scratch space of a computation that is cut into parts: a block of `size` floats for each.
struct Workspace {
  /// From the start of one block to that of the next. Blocks start on their own cache lines, so that workers do
  /// not disturb each other.
  let size: Int
  /// Floats in all.
  let total: Int

  init(_ size: Int, parts: Parts) {
    self.size = (size + 31) / 16 * 16
    total = self.size * parts.count
  }
}
