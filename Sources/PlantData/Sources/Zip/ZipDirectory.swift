/// The central directory at the end of an archive.
struct ZipDirectory {
  let bytes: UnsafeRawBufferPointer
  let fields: LittleEndianFields

  init(_ bytes: UnsafeRawBufferPointer) {
    self.bytes = bytes
    fields = LittleEndianFields(bytes)
  }

  /// nil when there is none, or one that does not fit the bytes.
  func entries() -> [String: ZipArchive.Entry]? {
    guard let (start, count) = place() else { return nil }
    var entries: [String: ZipArchive.Entry] = [:]
    var at = start
    for _ in 0..<count {
      guard fields.uint32(at) == 0x0201_4B50, let method = fields.uint16(at + 10),
        let checksum = fields.uint32(at + 16), let packed = fields.uint32(at + 20),
        let size = fields.uint32(at + 24), let nameCount = fields.uint16(at + 28),
        let extraCount = fields.uint16(at + 30), let commentCount = fields.uint16(at + 32),
        let header = fields.uint32(at + 42), at + 46 + nameCount + extraCount <= bytes.count
      else { return nil }
      let name = String(decoding: bytes[at + 46..<at + 46 + nameCount], as: UTF8.self)
      var entry = ZipArchive.Entry(
        method: method, packed: packed, size: size, checksum: UInt32(checksum), header: header)
      guard widen(&entry, extra: at + 46 + nameCount, count: extraCount) else { return nil }
      entries[name] = entry
      at += 46 + nameCount + extraCount + commentCount
    }
    return entries
  }

  /// Where the directory starts and how many entries it has.
  private func place() -> (start: Int, count: Int)? {
    guard bytes.count >= 22 else { return nil }
    let lowest = max(0, bytes.count - 22 - 0xFFFF)
    for at in stride(from: bytes.count - 22, through: lowest, by: -1) where bytes[at] == 0x50 {
      guard fields.uint32(at) == 0x0605_4B50, let count = fields.uint16(at + 10),
        let start = fields.uint32(at + 16)
      else { continue }
      guard count == 0xFFFF || start == 0xFFFF_FFFF else { return (start, count) }
      guard fields.uint32(at - 20) == 0x0706_4B50, let wide = fields.uint64(at - 12),
        fields.uint32(wide) == 0x0606_4B50, let wideCount = fields.uint64(wide + 32),
        let wideStart = fields.uint64(wide + 48), wideCount <= bytes.count / 46
      else { return nil }
      return (wideStart, wideCount)
    }
    return nil
  }

  /// Takes the 64-bit values that stand in the extra field for those that do not fit 32 bits.
  private func widen(_ entry: inout ZipArchive.Entry, extra start: Int, count: Int) -> Bool {
    let full = 0xFFFF_FFFF
    guard entry.size == full || entry.packed == full || entry.header == full else { return true }
    var at = start
    while at + 4 <= start + count, let kind = fields.uint16(at), let length = fields.uint16(at + 2) {
      var value = at + 4
      if kind == 1 {
        for field in [\ZipArchive.Entry.size, \.packed, \.header] where entry[keyPath: field] == full {
          guard value + 8 <= at + 4 + length, let wide = fields.uint64(value) else { return false }
          entry[keyPath: field] = wide
          value += 8
        }
        return true
      }
      at += 4 + length
    }
    return false
  }
}
