/// The bytes of one field of a text file, without its quotes.
struct FieldBytes {
  var start: UnsafePointer<UInt8>
  var count: Int

  @inline(__always)
  subscript(i: Int) -> UInt8 { start[i] }

  var isEmpty: Bool { count == 0 }

  /// The field without blanks and tabs at its ends.
  @inline(__always)
  var trimmed: FieldBytes {
    var first = start, length = count
    while length > 0, first[0] == 32 || first[0] == 9 {
      first += 1
      length -= 1
    }
    while length > 0, first[length - 1] == 32 || first[length - 1] == 9 { length -= 1 }
    return FieldBytes(start: first, count: length)
  }

  var string: String { String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self) }
}
