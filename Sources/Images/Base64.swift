/// Bytes as text (RFC 4648, section 4), for data URIs.
public func base64(_ bytes: [UInt8]) -> String {
  let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
  var out: [UInt8] = []
  out.reserveCapacity((bytes.count + 2) / 3 * 4)
  for start in stride(from: 0, to: bytes.count, by: 3) {
    let left = min(3, bytes.count - start)
    var group = 0
    for k in 0..<3 { group = group << 8 | (k < left ? Int(bytes[start + k]) : 0) }
    for k in 0..<4 {
      out.append(k <= left ? letters[group >> (18 - 6 * k) & 63] : UInt8(ascii: "="))
    }
  }
  return String(decoding: out, as: UTF8.self)
}
