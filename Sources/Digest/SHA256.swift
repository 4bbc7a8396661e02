internal import CDigest

/// SHA-256 (FIPS 180-4): a fingerprint of bytes.
///
///     SHA256.hex(Array("abc".utf8))      // "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
public struct SHA256: Sendable {
  private var state: [UInt32] = [
    0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19,
  ]
  /// Bytes that do not fill a block yet.
  private var rest: [UInt8] = []
  private var count = 0

  public init() {}

  public mutating func update(_ bytes: UnsafeRawBufferPointer) {
    count += bytes.count
    var bytes = bytes[...]
    if !rest.isEmpty {
      let missing = bytes.prefix(64 - rest.count)
      rest += missing
      bytes = bytes.dropFirst(missing.count)
      guard rest.count == 64 else { return }
      rest.withUnsafeBufferPointer { sha256_blocks(&state, $0.baseAddress, 1) }
      rest.removeAll(keepingCapacity: true)
    }
    let whole = bytes.count / 64
    if whole > 0, let start = bytes.base.baseAddress?.advanced(by: bytes.startIndex) {
      sha256_blocks(&state, start.assumingMemoryBound(to: UInt8.self), whole)
    }
    rest += bytes.dropFirst(64 * whole)
  }

  public mutating func update(_ bytes: [UInt8]) { bytes.withUnsafeBytes { update($0) } }

  /// The 32 bytes of the digest of everything given so far.
  public var digest: [UInt8] {
    var copy = self
    let zeros = (119 - count % 64) % 64
    var ending: [UInt8] = [0x80] + [UInt8](repeating: 0, count: zeros)
    ending += (0..<8).map { UInt8(truncatingIfNeeded: (count * 8) >> (56 - 8 * $0)) }
    copy.update(ending)
    return copy.state.flatMap { word in (0..<4).map { UInt8(truncatingIfNeeded: word >> (24 - 8 * $0)) } }
  }

  /// The digest as 64 hexadecimal digits.
  public var hex: String { digest.hex }

  public static func hex(_ bytes: [UInt8]) -> String {
    var hash = SHA256()
    hash.update(bytes)
    return hash.hex
  }
}

extension [UInt8] {
  /// Two lower-case hexadecimal digits for each byte.
  public var hex: String {
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}
