/// The values of one step of an expression for a run of rows that begins at a multiple of 64.
struct Vector {
  /// Doubles, 64-bit integers, 32-bit codes or words of bits, by the step's kind.
  var values: UnsafeRawPointer
  /// A set bit where there is a value; nil when every row has one.
  var validity: UnsafePointer<UInt64>?

  @inline(__always)
  func of<Element: BitwiseCopyable>(_ element: Element.Type) -> UnsafePointer<Element> {
    values.assumingMemoryBound(to: Element.self)
  }
}

/// Where both are valid; nil when everywhere.
func bothValid(_ a: Vector, _ b: Vector, _ scratch: Scratch, _ rows: Int) -> UnsafePointer<UInt64>? {
  guard let first = a.validity else { return b.validity }
  guard let second = b.validity else { return first }
  let out = scratch.room(for: UInt64.self)
  for w in 0..<Bitmap.wordCount(rows) { out[w] = first[w] & second[w] }
  return UnsafePointer(out)
}
