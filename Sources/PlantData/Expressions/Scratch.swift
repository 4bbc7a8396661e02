/// Memory for the values between the steps of an expression, used anew for each run of rows.
///
/// One for each thread; it never grows beyond what one run of rows needs.
final class Scratch {
  /// Rows worked on at once: few enough to stay in the cache, a multiple of the 64 of a bitmap's word.
  static let rows = 2048
  static let words = rows / 64

  private var blocks: [UnsafeMutableRawPointer] = []
  private var next = 0

  deinit { for block in blocks { block.deallocate() } }

  /// Room for one value of every row of the run.
  func room<Element: BitwiseCopyable>(for element: Element.Type) -> UnsafeMutablePointer<Element> {
    if next == blocks.count {
      blocks.append(.allocate(byteCount: Scratch.rows * 8, alignment: 64))
    }
    defer { next += 1 }
    return blocks[next].assumingMemoryBound(to: Element.self)
  }

  func reset() { next = 0 }
}
