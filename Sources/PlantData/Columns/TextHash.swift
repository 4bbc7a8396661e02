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

  @inline(__always)
  static func equal(_ a: UnsafeBufferPointer<UInt8>, _ b: UnsafeBufferPointer<UInt8>) -> Bool {
    guard a.count == b.count else { return false }
    guard let first = a.baseAddress, let second = b.baseAddress, a.count > 0 else { return true }
    return memcmp(first, second, a.count) == 0
  }
}
