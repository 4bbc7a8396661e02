#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Hashing of bytes and numbers: the same on every run, quick rather than safe against an adversary.
enum TextHash {
  @inline(__always)
  static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    guard let base = bytes.baseAddress else { return mix(0) }
    let raw = UnsafeRawPointer(base)
    var hash = UInt64(bytes.count) &* 0x9E37_79B9_7F4A_7C15
    var i = 0
    while i + 8 <= bytes.count {
      hash = mix(hash ^ raw.loadUnaligned(fromByteOffset: i, as: UInt64.self))
      i += 8
    }
    var tail: UInt64 = 0
    var shift: UInt64 = 0
    while i < bytes.count {
      tail |= UInt64(bytes[i]) << shift
      shift += 8
      i += 1
    }
    return mix(hash ^ tail)
  }

  /// Spreads the bits of a number over all 64 (the finalizer of MurmurHash3, Appleby 2011, shortened).
  @inline(__always)
  static func mix(_ number: UInt64) -> UInt64 {
    var z = (number ^ (number >> 32)) &* 0xD6E8_FEB8_6659_FD93
    z = (z ^ (z >> 29)) &* 0xC2B2_AE3D_27D4_EB4F
    return z ^ (z >> 32)
  }

  /// Whether two texts are the same, by words of eight bytes that may overlap.
  @inline(__always)
  static func equal(_ a: UnsafeBufferPointer<UInt8>, _ b: UnsafeBufferPointer<UInt8>) -> Bool {
    let count = a.count
    guard count == b.count else { return false }
    guard let first = a.baseAddress, let second = b.baseAddress, count > 0 else { return true }
    let one = UnsafeRawPointer(first), two = UnsafeRawPointer(second)
    if count < 8 {
      var difference: UInt8 = 0
      for i in 0..<count { difference |= first[i] ^ second[i] }
      return difference == 0
    }
    if count > 32 { return memcmp(one, two, count) == 0 }
    var i = 0
    while i + 8 < count {
      if word(one, i) != word(two, i) { return false }
      i += 8
    }
    return word(one, count - 8) == word(two, count - 8)
  }

  @inline(__always)
  private static func word(_ text: UnsafeRawPointer, _ offset: Int) -> UInt64 {
    text.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
  }
}
