internal import CText

/// Text as bytes while it is written: what grows by fields of many rows and is then handed to a file.
struct ByteText: ~Copyable {
  private(set) var count = 0
  private var capacity: Int
  private var start: UnsafeMutablePointer<UInt8>

  init(capacity: Int = 1 << 16) {
    self.capacity = capacity
    start = .allocate(capacity: capacity)
  }

  deinit { start.deallocate() }

  var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: start, count: count) }

  mutating func clear() { count = 0 }

  /// Where the next `more` bytes go.
  @inline(__always)
  private mutating func room(_ more: Int) -> UnsafeMutablePointer<UInt8> {
    if count + more > capacity { grow(by: more) }
    return start + count
  }

  private mutating func grow(by more: Int) {
    capacity = max(capacity * 2, count + more)
    let wider = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
    wider.update(from: start, count: count)
    start.deallocate()
    start = wider
  }

  @inline(__always)
  mutating func append(byte: UInt8) {
    room(1)[0] = byte
    count += 1
  }

  @inline(__always)
  mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let first = bytes.baseAddress else { return }
    room(bytes.count).update(from: first, count: bytes.count)
    count += bytes.count
  }

  mutating func append(_ text: String) {
    var text = text
    text.withUTF8 { append($0) }
  }

  /// The shortest digits that read back as the same number, as `Double.plainText`.
  @inline(__always)
  mutating func append(_ number: Double) {
    guard number.isFinite else { return append(number.plainText) }
    let out = room(Int(CTEXT_SHORTEST))
    count += out.withMemoryRebound(to: CChar.self, capacity: Int(CTEXT_SHORTEST)) {
      ctext_shortest(number, $0)
    }
  }

  @inline(__always)
  mutating func append(_ number: Int64) {
    if number < 0 { append(byte: 45) }
    var rest = number.magnitude
    var length = 1
    var limit: UInt64 = 10
    while rest >= limit {
      length += 1
      if length == 20 { break }
      limit *= 10
    }
    let out = room(length)
    for i in stride(from: length - 1, through: 0, by: -1) {
      out[i] = 48 + UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    }
    count += length
  }

  /// A number that is not negative, with zeros in front up to `width` digits.
  @inline(__always)
  mutating func append(_ number: Int, width: Int) {
    let out = room(width)
    var rest = number
    for i in stride(from: width - 1, through: 0, by: -1) {
      out[i] = 48 + UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    }
    count += width
  }
}
