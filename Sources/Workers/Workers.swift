/// The program's own threads. One pool for everything: kernels, readers, operators.
///
///     Workers.run(images.count) { range in
///       for index in range { decode(index) }
///     }
///
/// Work is divided by the count and the number of threads alone, so the same two give the same ranges and, where
/// sums are joined in the order of the ranges, the same bits. There are a few ranges for each thread, so that one
/// that is held up leaves its share to the others; which thread does a range is not said. A call from inside such
/// work runs in place.
public enum Workers {
  /// Threads that work at once, the calling one among them: `PLANTSH_THREADS`, or the number of cores.
  public static let count = threadCount()

  /// Ranges that work is cut into for each thread, where it is long enough.
  public static let rangesPerThread = 4

  /// Runs `body` over `0 ..< count`, cut into runs of at least `grain`, and returns when all are done.
  public static func run(_ count: Int, grain: Int = 1, _ body: (Range<Int>) -> Void) {
    let parts = parts(of: count, grain: grain)
    if parts == 1 { return body(0..<count) }
    runIndexed(parts) { body(range($0, of: parts, in: count)) }
  }

  /// Like `run`, for work that can fail: the error of the first range that failed is thrown when all are done.
  public static func runThrowing(_ count: Int, grain: Int = 1, _ body: (Range<Int>) throws -> Void) throws {
    let parts = parts(of: count, grain: grain)
    if parts == 1 { return try body(0..<count) }
    var failures = [(any Error)?](repeating: nil, count: parts)
    failures.withUnsafeMutableBufferPointer { failures in
      let failures = UnsafeMutableBufferPointer(rebasing: failures[...])
      runIndexed(parts) { part in
        do { try body(range(part, of: parts, in: count)) } catch { failures[part] = error }
      }
    }
    for case let failure? in failures { throw failure }
  }

  /// Runs `body` once for each part of `0 ..< parts`: for buffers that belong to a part.
  public static func runIndexed(_ parts: Int, _ body: (_ part: Int) -> Void) {
    ThreadPool.shared.run(parts, body)
  }

  /// The ranges that `run` cuts `0 ..< count` into, for buffers of one range each.
  ///
  ///     Workers.ranges(8)      // 0..<1, 1..<2, ... with two threads: four each
  public static func ranges(_ count: Int, grain: Int = 1) -> [Range<Int>] {
    let parts = parts(of: count, grain: grain)
    return (0..<parts).map { range($0, of: parts, in: count) }
  }

  static func parts(of count: Int, grain: Int) -> Int {
    let most = Workers.count == 1 ? 1 : Workers.count * rangesPerThread
    return min(most, max(count / max(grain, 1), min(count, 1)))
  }

  static func range(_ part: Int, of parts: Int, in count: Int) -> Range<Int> {
    count * part / parts..<count * (part + 1) / parts
  }
}
