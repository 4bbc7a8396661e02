/// What encoding a file seems to have, and how that was found.
package struct DetectedEncoding: Sendable, Equatable {
  package var encoding: TextEncoding
  /// Bytes of the byte-order mark, to be skipped.
  package var markBytes: Int
  /// False when the encoding was guessed from the bytes rather than marked or proven.
  package var isCertain: Bool
}

extension TextEncoding {
  /// The encoding that the bytes have: by byte-order mark, by being valid UTF-8, or by which Chinese encoding
  /// makes the most common characters of them.
  package static func detect(_ bytes: UnsafeRawBufferPointer) -> DetectedEncoding {
    if let marked = byteOrderMark(bytes) { return marked }
    let sample = UnsafeRawBufferPointer(rebasing: bytes.prefix(1 << 20))
    if let wide = unmarkedUTF16(sample) {
      return DetectedEncoding(encoding: wide, markBytes: 0, isCertain: false)
    }
    if UTF8Check.firstInvalid(bytes) == nil {
      return DetectedEncoding(encoding: .utf8, markBytes: 0, isCertain: true)
    }
    if !hasPairs(sample) {
      return DetectedEncoding(encoding: .windows1252, markBytes: 0, isCertain: false)
    }
    let simplified = score(sample, as: .gb18030), traditional = score(sample, as: .big5)
    let encoding: TextEncoding = traditional > simplified ? .big5 : .gb18030
    return DetectedEncoding(encoding: encoding, markBytes: 0, isCertain: false)
  }

  package static func byteOrderMark(_ bytes: UnsafeRawBufferPointer) -> DetectedEncoding? {
    let marks: [(bytes: [UInt8], encoding: TextEncoding)] = [
      ([0xEF, 0xBB, 0xBF], .utf8), ([0x84, 0x31, 0x95, 0x33], .gb18030), ([0xFF, 0xFE], .utf16le),
      ([0xFE, 0xFF], .utf16be),
    ]
    guard let mark = marks.first(where: { bytes.starts(with: $0.bytes) }) else { return nil }
    return DetectedEncoding(encoding: mark.encoding, markBytes: mark.bytes.count, isCertain: true)
  }

  /// UTF-16 without a mark shows as a zero byte in every other place.
  private static func unmarkedUTF16(_ sample: UnsafeRawBufferPointer) -> TextEncoding? {
    var zeros = [0, 0]
    for (i, byte) in sample.enumerated() where byte == 0 { zeros[i & 1] += 1 }
    let most = sample.count / 5
    if zeros[1] > most, zeros[0] * 8 < zeros[1] { return .utf16le }
    if zeros[0] > most, zeros[1] * 8 < zeros[0] { return .utf16be }
    return nil
  }

  /// Chinese comes in pairs of high bytes somewhere; a lone `°` or `µ` of a western machine stands single.
  private static func hasPairs(_ sample: UnsafeRawBufferPointer) -> Bool {
    var last: UInt8 = 0
    for byte in sample {
      if byte >= 0x80, last >= 0x80 { return true }
      last = byte
    }
    return false
  }

  /// How many of the two-byte characters lie where the encoding keeps its common characters: GB2312 level 1
  /// (lead bytes B0 to D7, trail from A1), Big5 level 1 (lead bytes A4 to C6). A broken pair counts against.
  private static func score(_ sample: UnsafeRawBufferPointer, as encoding: TextEncoding) -> Int {
    var i = 0, score = 0
    while i + 1 < sample.count {
      let lead = sample[i], trail = sample[i + 1]
      if lead < 0x80 {
        i += 1
        continue
      }
      if encoding == .gb18030 {
        if (0x30...0x39).contains(trail) {
          i += 4
          continue
        }
        if (0xB0...0xD7).contains(lead), trail >= 0xA1 { score += 1 }
        if trail < 0x40 || lead == 0x80 || lead == 0xFF { score -= 10 }
      } else {
        let isTrail = (0x40...0x7E).contains(trail) || (0xA1...0xFE).contains(trail)
        if (0xA4...0xC6).contains(lead), isTrail { score += 1 }
        if !isTrail || lead < 0xA1 || lead > 0xF9 { score -= 10 }
      }
      i += 2
    }
    return score
  }
}
