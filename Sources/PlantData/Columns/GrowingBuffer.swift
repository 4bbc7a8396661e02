#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Memory that grows as elements are appended, and becomes a `Buffer` without a copy.
struct GrowingBuffer<Element: BitwiseCopyable>: ~Copyable {
  private(set) var count = 0
  private(set) var start: UnsafeMutablePointer<Element>
  private var capacity: Int

  init(capacity: Int = 0) {
    self.capacity = max(capacity, 16)
    start = Buffer<Element>.allocate(self.capacity)
  }

  deinit { free(start) }

  @inline(__always)
  mutating func append(_ element: Element) {
    if count == capacity { reserve(count + 1) }
    start[count] = element
    count += 1
  }

  mutating func append(contentsOf elements: UnsafeBufferPointer<Element>) {
    if count + elements.count > capacity { reserve(count + elements.count) }
    if let first = elements.baseAddress { (start + count).update(from: first, count: elements.count) }
    count += elements.count
  }

  private mutating func reserve(_ wanted: Int) {
    capacity = max(wanted, capacity * 2)
    start = Buffer<Element>.grow(start, to: capacity)
  }

  /// The elements so far as a buffer of their own; this one starts anew.
  mutating func finish() -> Buffer<Element> {
    let done = Buffer<Element>(adopting: start, count: count)
    count = 0
    capacity = 16
    start = Buffer<Element>.allocate(capacity)
    return done
  }
}
