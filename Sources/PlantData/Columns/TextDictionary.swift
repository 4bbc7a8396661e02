/// The distinct texts of a column, each once; the column keeps a code for each row (Arrow's dictionary layout).
///
/// Texts stand one after another in `bytes` (UTF-8); text `i` is `bytes[offsets[i] ..< offsets[i + 1]]`.
public final class TextDictionary: Sendable {
  public let offsets: Buffer<Int>
  public let bytes: Buffer<UInt8>
  /// Open addressing: a code beside the lower half of its text's hash, or -1.
  private let slots: Buffer<Int64>

  init(offsets: Buffer<Int>, bytes: Buffer<UInt8>, slots: Buffer<Int64>) {
    self.offsets = offsets
    self.bytes = bytes
    self.slots = slots
  }

  public convenience init(_ texts: some Sequence<String>) {
    var builder = TextDictionaryBuilder()
    for text in texts { _ = builder.code(text) }
    self.init(finishing: &builder)
  }

  /// These texts under codes in their order, equal ones under codes of their own; not for looking up codes.
  convenience init(listing texts: [String]) {
    var offsets = GrowingBuffer<Int>(capacity: texts.count + 1), bytes = GrowingBuffer<UInt8>()
    offsets.append(0)
    for var text in texts {
      text.withUTF8 { bytes.append(contentsOf: $0) }
      offsets.append(bytes.count)
    }
    self.init(offsets: offsets.finish(), bytes: bytes.finish(), slots: Buffer(repeating: -1, count: 1))
  }

  convenience init(finishing builder: inout TextDictionaryBuilder) {
    let parts = builder.finish()
    self.init(offsets: parts.offsets, bytes: parts.bytes, slots: parts.slots)
  }

  public var count: Int { offsets.count - 1 }

  public subscript(code: Int32) -> String { String(decoding: utf8(code), as: UTF8.self) }

  /// The bytes of a text, valid as long as the dictionary lives.
  @inline(__always)
  package func utf8(_ code: Int32) -> UnsafeBufferPointer<UInt8> {
    let low = offsets.start[Int(code)], high = offsets.start[Int(code) + 1]
    return UnsafeBufferPointer(start: bytes.start + low, count: high - low)
  }

  /// The code of a text, or nil when no row has it.
  package func code(of text: UnsafeBufferPointer<UInt8>) -> Int32? {
    let mask = slots.count - 1
    let hash = Int64(truncatingIfNeeded: TextHash.hash(text)) & 0x7FFF_FFFF
    var slot = Int(hash) & mask
    while true {
      let entry = slots.start[slot]
      if entry < 0 { return nil }
      let code = Int32(truncatingIfNeeded: entry)
      if entry >> 32 == hash, TextHash.equal(utf8(code), text) { return code }
      slot = (slot + 1) & mask
    }
  }

  public func code(of text: String) -> Int32? {
    var text = text
    return text.withUTF8 { code(of: $0) }
  }

  /// All texts, in the order of their codes.
  public var texts: [String] { (0..<count).map { self[Int32($0)] } }
}
