/// One bit for each row, the first row in the lowest bit (Arrow's order), in 64-bit words.
///
/// As a validity bitmap a set bit says that the row has a value; as a Boolean column, that it is true. Bits
/// beyond the last row are zero, so that counting needs no mask.
public final class Bitmap: Sendable {
  /// The number of rows.
  public let count: Int
  package let words: Buffer<UInt64>

  static func wordCount(_ count: Int) -> Int { (count + 63) / 64 }

  /// Takes over words; the bits beyond `count` are cleared.
  init(words: Buffer<UInt64>, count: Int) {
    precondition(words.count >= Bitmap.wordCount(count), "Bitmap: too few words")
    self.count = count
    self.words = words
    if count % 64 != 0 { words.start[count / 64] &= (1 << UInt64(count % 64)) - 1 }
  }

  /// A bitmap with the same bit in every row.
  package convenience init(repeating bit: Bool, count: Int) {
    self.init(
      words: Buffer(repeating: bit ? ~0 : 0, count: Bitmap.wordCount(count)), count: count)
  }

  package convenience init(_ bits: some Collection<Bool>) {
    let words = Buffer<UInt64>(repeating: 0, count: Bitmap.wordCount(bits.count))
    for (i, bit) in bits.enumerated() where bit { words.start[i >> 6] |= 1 << UInt64(i & 63) }
    self.init(words: words, count: bits.count)
  }

  @inline(__always)
  public subscript(row: Int) -> Bool {
    (words.start[row >> 6] >> UInt64(row & 63)) & 1 != 0
  }

  /// How many bits are set.
  public var countOfSetBits: Int { words.values.reduce(0) { $0 + $1.nonzeroBitCount } }

  /// The rows whose bit is set, in order.
  package func setRows() -> Buffer<Int32> {
    let rows = Buffer<Int32>(count: countOfSetBits)
    var next = 0
    for (w, word) in words.values.enumerated() {
      var rest = word
      while rest != 0 {
        rows.start[next] = Int32(truncatingIfNeeded: w << 6 + rest.trailingZeroBitCount)
        next += 1
        rest &= rest &- 1
      }
    }
    return rows
  }

  /// The rows in which both bitmaps are set; nil stands for "all set".
  static func both(_ a: Bitmap?, _ b: Bitmap?) -> Bitmap? {
    guard let a else { return b }
    guard let b else { return a }
    let words = Buffer<UInt64>(count: a.words.count)
    for i in 0..<words.count { words.start[i] = a.words.start[i] & b.words.start[i] }
    return Bitmap(words: words, count: a.count)
  }
}
