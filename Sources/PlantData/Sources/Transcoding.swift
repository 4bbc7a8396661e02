internal import CText
internal import Glibc
internal import Workers

/// Other encodings into UTF-8 by glibc's iconv, in pieces that the workers share.
enum Transcoding {
  enum Result {
    case decoded(FileBytes)
    /// The offset of the first byte that starts no character.
    case broken(Int)
  }

  static func toUTF8(_ bytes: UnsafeRawBufferPointer, from encoding: TextEncoding) -> Result {
    let cuts = pieces(of: bytes, encoding)
    let results = UnsafeMutablePointer<Piece>.allocate(capacity: cuts.count)
    results.initialize(repeating: Piece(), count: cuts.count)
    defer {
      for i in 0..<cuts.count { free(results[i].memory) }
      results.deinitialize(count: cuts.count)
      results.deallocate()
    }
    nonisolated(unsafe) let out = results
    nonisolated(unsafe) let source = bytes
    Workers.run(cuts.count) { range in
      for i in range {
        out[i] = convert(UnsafeRawBufferPointer(rebasing: source[cuts[i]]), encoding)
      }
    }
    var total = 0
    for i in 0..<cuts.count {
      if let bad = results[i].brokenAt { return .broken(cuts[i].lowerBound + bad) }
      total += results[i].count
    }
    let memory = FileBytes.allocate(total)
    var filled = 0
    for i in 0..<cuts.count {
      guard let piece = results[i].memory else { continue }
      memcpy(memory.advanced(by: filled), piece, results[i].count)
      filled += results[i].count
    }
    return .decoded(FileBytes(adopting: memory, count: total))
  }

  private struct Piece {
    var memory: UnsafeMutableRawPointer?
    var count = 0
    var brokenAt: Int?
  }

  /// Cuts after line ends, which no character of these encodings contains (in UTF-16: on even places).
  private static func pieces(of bytes: UnsafeRawBufferPointer, _ encoding: TextEncoding) -> [Range<Int>] {
    let size = 4 << 20
    let isWide = encoding == .utf16le || encoding == .utf16be
    var cuts: [Range<Int>] = []
    var start = 0
    while start < bytes.count {
      var end = min(bytes.count, start + size)
      if isWide {
        end = min(bytes.count, end & ~1)
        // Not between the halves of a surrogate pair.
        let lead = encoding == .utf16le ? 1 : 0
        if end < bytes.count, end > start + 2, (0xD8...0xDB).contains(bytes[end - 2 + lead]) { end -= 2 }
        if end == start { end = bytes.count }
      } else {
        while end < bytes.count, bytes[end - 1] != 10 { end += 1 }
      }
      cuts.append(start..<end)
      start = end
    }
    return cuts
  }

  private static func convert(_ bytes: UnsafeRawBufferPointer, _ encoding: TextEncoding) -> Piece {
    guard let handle = iconv_open("UTF-8", encoding.rawValue), Int(bitPattern: handle) != -1 else {
      fatalError("iconv does not know \(encoding.rawValue)")
    }
    defer { iconv_close(handle) }
    let capacity = bytes.count * 2 + 16
    let memory = FileBytes.allocate(capacity)
    var input = UnsafeMutableRawPointer(mutating: bytes.baseAddress)?.assumingMemoryBound(to: CChar.self)
    var inputLeft = bytes.count
    var output: UnsafeMutablePointer<CChar>? = memory.assumingMemoryBound(to: CChar.self)
    var outputLeft = capacity
    let status = iconv(handle, &input, &inputLeft, &output, &outputLeft)
    let isBroken = status == -1
    return Piece(
      memory: memory, count: capacity - outputLeft, brokenAt: isBroken ? bytes.count - inputLeft : nil)
  }
}
