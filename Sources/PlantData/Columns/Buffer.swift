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

  /// Memory for `count` elements, not yet filled.
  package init(count: Int) {
    self.count = count
    start = Buffer.allocate(count)
  }

  /// Takes over memory that `allocate` gave.
  init(adopting start: UnsafeMutablePointer<Element>, count: Int) {
    self.count = count
    self.start = start
  }

  package convenience init(_ elements: some Collection<Element>) {
    self.init(count: elements.count)
    for (i, element) in elements.enumerated() { start[i] = element }
  }

  package convenience init(repeating element: Element, count: Int) {
    self.init(count: count)
    start.update(repeating: element, count: count)
  }

  deinit { free(start) }

  public var values: UnsafeBufferPointer<Element> { UnsafeBufferPointer(start: start, count: count) }

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
