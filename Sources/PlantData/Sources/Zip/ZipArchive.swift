internal import CZlib
internal import Report

/// The files within a zip archive, found by its central directory (PKWARE APPNOTE 6.3, with its 64-bit fields).
struct ZipArchive {
  struct Entry {
    var method: Int
    var packed: Int
    var size: Int
    var checksum: UInt32
    /// Where its local header stands.
    var header: Int
  }

  let path: String
  let entries: [String: Entry]
  private let memory: FileBytes

  /// - Throws: `Fault` (format) when the bytes are no zip archive, or a damaged one.
  init(_ memory: FileBytes, path: String) throws {
    self.path = path
    self.memory = memory
    guard let entries = ZipDirectory(memory.bytes).entries() else { throw ZipArchive.damaged(path) }
    self.entries = entries
  }

  static func damaged(_ path: String, part: String? = nil) -> Fault {
    let within = part.map { " (\($0))" } ?? ""
    return Fault(
      .format, en: "the file is damaged or cut off\(within)", zh: "文件已损坏或不完整\(within)", at: Place(file: path))
  }

  /// A file of the archive in pieces, unpacked; its checksum is compared at the end.
  ///
  /// - Throws: `Fault` (format) when it is damaged, or what `take` threw.
  func read(_ name: String, _ take: (UnsafeRawBufferPointer) throws -> Void) throws {
    guard let entry = entries[name], let data = data(of: entry) else {
      throw ZipArchive.damaged(path, part: name)
    }
    var sum: UInt32 = 0
    var size = 0
    let counted = { (piece: UnsafeRawBufferPointer) in
      size += piece.count
      guard size <= entry.size else { throw ZipArchive.damaged(path, part: name) }
      let bytes = piece.bindMemory(to: UInt8.self)
      sum = UInt32(truncatingIfNeeded: crc32(UInt(sum), bytes.baseAddress, UInt32(bytes.count)))
      try take(piece)
    }
    defer { withExtendedLifetime(memory) {} }
    switch entry.method {
    case 0: try stored(data, counted)
    case 8: try inflated(data, name, counted)
    default:
      throw Fault(
        .format, en: "\(name) is packed by method \(entry.method), which is not known",
        zh: "\(name) 使用了未知的压缩方法 \(entry.method)", at: Place(file: path))
    }
    guard size == entry.size, sum == entry.checksum else { throw ZipArchive.damaged(path, part: name) }
  }

  private func data(of entry: Entry) -> UnsafeRawBufferPointer? {
    let fields = LittleEndianFields(memory.bytes)
    guard fields.uint32(entry.header) == 0x0403_4B50, let nameCount = fields.uint16(entry.header + 26),
      let extraCount = fields.uint16(entry.header + 28)
    else { return nil }
    let start = entry.header + 30 + nameCount + extraCount
    guard entry.packed <= memory.count - start else { return nil }
    return UnsafeRawBufferPointer(rebasing: memory.bytes[start..<start + entry.packed])
  }

  private func stored(
    _ data: UnsafeRawBufferPointer, _ take: (UnsafeRawBufferPointer) throws -> Void
  ) throws {
    var rest = data
    while !rest.isEmpty {
      let piece = UnsafeRawBufferPointer(rebasing: rest.prefix(1 << 16))
      try take(piece)
      rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(piece.count))
    }
  }

  private func inflated(
    _ data: UnsafeRawBufferPointer, _ name: String, _ take: (UnsafeRawBufferPointer) throws -> Void
  ) throws {
    var stream = z_stream()
    guard inflateInit2_(&stream, -15, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
      throw ZipArchive.damaged(path, part: name)
    }
    defer { inflateEnd(&stream) }
    let block = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
    defer { block.deallocate() }
    var taken = 0
    while true {
      let input = min(data.count - taken, 1 << 24)
      stream.next_in = UnsafeMutablePointer(
        mutating: data.baseAddress?.advanced(by: taken).assumingMemoryBound(to: UInt8.self))
      stream.avail_in = UInt32(input)
      stream.next_out = block.baseAddress?.assumingMemoryBound(to: UInt8.self)
      stream.avail_out = UInt32(block.count)
      let status = inflate(&stream, Z_NO_FLUSH)
      taken += input - Int(stream.avail_in)
      let filled = block.count - Int(stream.avail_out)
      guard status == Z_OK || status == Z_STREAM_END, filled > 0 || status == Z_STREAM_END else {
        throw ZipArchive.damaged(path, part: name)
      }
      try take(UnsafeRawBufferPointer(rebasing: block[..<filled]))
      if status == Z_STREAM_END { return }
    }
  }
}
