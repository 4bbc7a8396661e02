/// A bitmap that grows bit by bit.
struct GrowingBitmap: ~Copyable {
  private var words: GrowingBuffer<UInt64>
  private var last: UInt64 = 0
  private(set) var count = 0

  init(capacity: Int = 0) { words = GrowingBuffer(capacity: capacity / 64 + 1) }

  @inline(__always)
  mutating func append(_ bit: Bool) {
    if bit { last |= 1 << UInt64(count & 63) }
    count += 1
    if count & 63 == 0 {
      words.append(last)
      last = 0
    }
  }

  mutating func append(repeating bit: Bool, count: Int) {
    for _ in 0..<count { append(bit) }
  }

  mutating func finish() -> Bitmap {
    if count & 63 != 0 { words.append(last) }
    let done = Bitmap(words: words.finish(), count: count)
    last = 0
    count = 0
    return done
  }
}
