/// Whether bytes are well-formed UTF-8 (RFC 3629).
package enum UTF8Check {
  /// The offset of the first byte that starts no well-formed character, or nil when all is well.
  package static func firstInvalid(_ bytes: UnsafeRawBufferPointer) -> Int? {
    guard let start = bytes.baseAddress else { return nil }
    let count = bytes.count
    var i = 0
    while i < count {
      // Plain ASCII, 32 bytes at a time.
      while i + 32 <= count {
        let word = start.loadUnaligned(fromByteOffset: i, as: SIMD4<UInt64>.self)
        if (word[0] | word[1] | word[2] | word[3]) & 0x8080_8080_8080_8080 != 0 { break }
        i += 32
      }
      if i >= count { break }
      let length = characterLength(bytes, at: i)
      if length == 0 { return i }
      i += length
    }
    return nil
  }

  /// The bytes of the character at `i`, or 0 when there is none.
  @inline(__always)
  private static func characterLength(_ bytes: UnsafeRawBufferPointer, at i: Int) -> Int {
    let first = bytes[i]
    if first < 0x80 { return 1 }
    if first < 0xC2 || first > 0xF4 { return 0 }
    let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    guard i + length <= bytes.count else { return 0 }
    let second = bytes[i + 1]
    let lowest: UInt8 = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80
    let highest: UInt8 = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF
    guard second >= lowest, second <= highest else { return 0 }
    if length > 2, bytes[i + 2] & 0xC0 != 0x80 { return 0 }
    if length > 3, bytes[i + 3] & 0xC0 != 0x80 { return 0 }
    return length
  }
}
