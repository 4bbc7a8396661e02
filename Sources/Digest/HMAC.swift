/// A signature with a shared key: HMAC-SHA256 (RFC 2104).
///
///     HMAC(key: Array("key".utf8)).signature(of: [Array("text".utf8)])
public struct HMAC: Sendable {
  private let inner: SHA256
  private let outer: SHA256

  public init(key: [UInt8]) {
    var key = key
    if key.count > 64 {
      var hash = SHA256()
      hash.update(key)
      key = hash.digest
    }
    key += [UInt8](repeating: 0, count: 64 - key.count)
    var inner = SHA256(), outer = SHA256()
    inner.update(key.map { $0 ^ 0x36 })
    outer.update(key.map { $0 ^ 0x5c })
    (self.inner, self.outer) = (inner, outer)
  }

  /// The signature of the parts, one after the other, as hexadecimal digits.
  public func signature(of parts: [[UInt8]]) -> String {
    var inside = inner
    for part in parts { inside.update(part) }
    var around = outer
    around.update(inside.digest)
    return around.hex
  }
}
