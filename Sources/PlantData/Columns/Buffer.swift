internal import Memory

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Contiguous memory for numbers of one kind, shared by every column that shows them and freed with the last.
///
/// The layout is that of an Arrow values buffer: no gaps, native byte order, readable 64 bytes beyond its end.
public final class Buffer<Element: BitwiseCopyable>: @unchecked Sendable {
  public let count: Int
  /// The first element. Whoever makes a buffer fills it before anybody else sees it; after that it is only read.
  package let start: UnsafeMutablePointer<Element>
  /// The bytes of the pool's block that the elements stand in; 0 for memory of the system.
  private let pooled: Int

  /// Memory for `count` elements, not yet filled.
  package init(count: Int) {
    self.count = count
    let bytes = count * MemoryLayout<Element>.stride + 64
    pooled = bytes < 1 << 18 ? 0 : BlockPool.rounded(bytes)
    start =
      pooled == 0
      ? Buffer.allocate(count) : BlockPool.columns.take(pooled).bindMemory(to: Element.self, capacity: count)
  }

  /// Takes over memory that `allocate` gave.
  init(adopting start: UnsafeMutablePointer<Element>, count: Int) {
    self.count = count
    self.start = start
    pooled = 0
  }

  package convenience init(_ elements: some Collection<Element>) {
    self.init(count: elements.count)
    for (i, element) in elements.enumerated() { start[i] = element }
  }

  package convenience init(repeating element: Element, count: Int) {
    self.init(count: count)
    start.update(repeating: element, count: count)
  }

  deinit {
    if pooled == 0 { free(start) } else { BlockPool.columns.give(back: start, pooled) }
  }

  /// The elements while the buffer lives: not for a buffer that nobody keeps.
  public var values: UnsafeBufferPointer<Element> { UnsafeBufferPointer(start: start, count: count) }

  /// The elements as an array of their own.
  public var elements: [Element] { Array(values) }

  public subscript(index: Int) -> Element {
    precondition(index >= 0 && index < count, "Buffer: index outside the buffer")
    return start[index]
  }

  static func allocate(_ count: Int) -> UnsafeMutablePointer<Element> {
    grow(nil, to: count)
  }

  static func grow(_ old: UnsafeMutablePointer<Element>?, to count: Int) -> UnsafeMutablePointer<Element> {
    guard let memory = realloc(old, count * MemoryLayout<Element>.stride + 64) else {
      preconditionFailure("Buffer: no memory for \(count) elements")
    }
    return memory.assumingMemoryBound(to: Element.self)
  }
}

extension BlockPool {
  /// Where columns keep their values.
  static let columns = BlockPool(limit: 1 << 28)
}
