/// Gives each distinct text a code, in order of first appearance.
struct TextDictionaryBuilder: ~Copyable {
  private var offsets = GrowingBuffer<Int>()
  private var bytes = GrowingBuffer<UInt8>()
  /// Open addressing: a code beside the lower half of its text's hash, or -1.
  private var slots = Buffer<Int64>(repeating: -1, count: 64)

  init() { offsets.append(0) }

  var count: Int { offsets.count - 1 }

  /// The code of the text, new when it was not seen before.
  @inline(__always)
  mutating func code(_ text: UnsafeBufferPointer<UInt8>) -> Int32 {
    let hash = Int64(truncatingIfNeeded: TextHash.hash(text)) & 0x7FFF_FFFF
    let mask = slots.count - 1
    var slot = Int(hash) & mask
    while true {
      let entry = slots.start[slot]
      if entry < 0 { return add(text, hash, at: slot) }
      let code = Int32(truncatingIfNeeded: entry)
      if entry >> 32 == hash, TextHash.equal(utf8(code), text) { return code }
      slot = (slot + 1) & mask
    }
  }

  mutating func code(_ text: String) -> Int32 {
    var text = text
    return text.withUTF8 { code($0) }
  }

  private func utf8(_ code: Int32) -> UnsafeBufferPointer<UInt8> {
    let low = offsets.start[Int(code)], high = offsets.start[Int(code) + 1]
    return UnsafeBufferPointer(start: bytes.start + low, count: high - low)
  }

  private mutating func add(_ text: UnsafeBufferPointer<UInt8>, _ hash: Int64, at slot: Int) -> Int32 {
    let code = Int32(count)
    bytes.append(contentsOf: text)
    offsets.append(bytes.count)
    slots.start[slot] = hash << 32 | Int64(code)
    if count * 2 > slots.count { spread() }
    return code
  }

  /// Doubles the slots and puts every code in its new place.
  private mutating func spread() {
    let wider = Buffer<Int64>(repeating: -1, count: slots.count * 2)
    let mask = wider.count - 1
    for entry in slots.values where entry >= 0 {
      var slot = Int(entry >> 32) & mask
      while wider.start[slot] >= 0 { slot = (slot + 1) & mask }
      wider.start[slot] = entry
    }
    slots = wider
  }

  mutating func finish() -> (offsets: Buffer<Int>, bytes: Buffer<UInt8>, slots: Buffer<Int64>) {
    let done = (offsets: offsets.finish(), bytes: bytes.finish(), slots: slots)
    offsets.append(0)
    slots = Buffer(repeating: -1, count: 64)
    return done
  }
}
