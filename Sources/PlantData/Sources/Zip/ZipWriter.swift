internal import CZlib
internal import Glibc
internal import Report

/// Writes files one after the other into a zip archive. What is written stands beside `path` until the archive is
/// whole, so that a full disk leaves no half of one behind.
///
///     let archive = try ZipWriter("lots.xlsx")
///     try archive.add("xl/workbook.xml") { write in try write(bytes) }
///     try archive.finish()
package final class ZipWriter {
  package typealias Write = (UnsafeRawBufferPointer) throws -> Void

  private let path: String
  private let partial: String
  private let file: UnsafeMutablePointer<FILE>
  private var isOpen = true
  private var directory: [UInt8] = []
  private var count = 0
  private var place = 0

  /// - Throws: `Fault` (file) when the file cannot be made.
  package init(_ path: String) throws {
    self.path = path
    partial = path + ".part"
    guard let file = fopen(partial, "wb") else { throw ZipWriter.unwritable(path) }
    self.file = file
  }

  deinit {
    guard isOpen else { return }
    fclose(file)
    unlink(partial)
  }

  static func unwritable(_ path: String) -> Fault {
    let reason = String(cString: strerror(errno))
    return Fault(.file, en: "cannot be written: \(reason)", zh: "无法写入：\(reason)", at: Place(file: path))
  }

  /// Adds one file, whose bytes `body` gives in pieces.
  package func add(_ name: String, _ body: (Write) throws -> Void) throws {
    let header = place
    // Checksum and sizes are set once they are known.
    try put(localHeader(name, checksum: 0, packed: 0, size: 0))
    var stream = z_stream()
    let status = deflateInit2_(
      &stream, Z_BEST_SPEED, Z_DEFLATED, -15, 9, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
      Int32(MemoryLayout<z_stream>.size))
    precondition(status == Z_OK, "deflateInit2 failed")
    defer { deflateEnd(&stream) }
    let block = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
    defer { block.deallocate() }
    let start = place
    var size = 0
    var sum: UInt = 0
    func pack(_ piece: UnsafeRawBufferPointer, _ flush: Int32) throws {
      stream.next_in = UnsafeMutablePointer(
        mutating: piece.baseAddress?.assumingMemoryBound(to: UInt8.self))
      stream.avail_in = UInt32(piece.count)
      repeat {
        stream.next_out = block.baseAddress?.assumingMemoryBound(to: UInt8.self)
        stream.avail_out = UInt32(block.count)
        deflate(&stream, flush)
        try put(UnsafeRawBufferPointer(rebasing: block[..<(block.count - Int(stream.avail_out))]))
      } while stream.avail_out == 0
    }
    try body { piece in
      guard !piece.isEmpty else { return }
      size += piece.count
      sum = crc32(sum, piece.bindMemory(to: UInt8.self).baseAddress, UInt32(piece.count))
      try pack(piece, Z_NO_FLUSH)
    }
    try pack(UnsafeRawBufferPointer(start: nil, count: 0), Z_FINISH)
    let packed = place - start
    guard size < 0xFFFF_FFFF, place < 0xFFFF_FFFF else {
      throw Fault(.limit, en: "more than 4 GB", zh: "超过 4 GB", at: Place(file: path))
    }
    guard fseek(file, header, SEEK_SET) == 0 else { throw ZipWriter.unwritable(path) }
    let final = localHeader(name, checksum: UInt32(truncatingIfNeeded: sum), packed: packed, size: size)
    place = header
    try put(final)
    guard fseek(file, 0, SEEK_END) == 0 else { throw ZipWriter.unwritable(path) }
    place = start + packed
    list(name, final, at: header)
  }

  /// Writes the directory and gives the archive its name.
  package func finish() throws {
    var end = LittleEndianBytes()
    end.uint32(0x0605_4B50)
    for value in [0, 0, count, count] { end.uint16(value) }
    end.uint32(directory.count)
    end.uint32(place)
    end.uint16(0)
    try put(directory)
    try put(end.bytes)
    isOpen = false
    guard fclose(file) == 0, rename(partial, path) == 0 else {
      let fault = ZipWriter.unwritable(path)
      unlink(partial)
      throw fault
    }
  }

  private func put(_ bytes: [UInt8]) throws { try bytes.withUnsafeBytes { try put($0) } }

  private func put(_ bytes: UnsafeRawBufferPointer) throws {
    guard fwrite(bytes.baseAddress, 1, bytes.count, file) == bytes.count else {
      throw ZipWriter.unwritable(path)
    }
    place += bytes.count
  }

  private func localHeader(_ name: String, checksum: UInt32, packed: Int, size: Int) -> [UInt8] {
    var header = LittleEndianBytes()
    header.uint32(0x0403_4B50)
    // Version 2.0, names in UTF-8, deflated, on 1980-01-01: the same table gives the same bytes.
    for value in [20, 0x0800, 8, 0, 0x21] { header.uint16(value) }
    header.uint32(Int(checksum))
    header.uint32(packed)
    header.uint32(size)
    header.uint16(name.utf8.count)
    header.uint16(0)
    return header.bytes + Array(name.utf8)
  }

  /// An entry of the directory repeats what the local header says and adds where that stands.
  private func list(_ name: String, _ local: [UInt8], at offset: Int) {
    var entry = LittleEndianBytes()
    entry.uint32(0x0201_4B50)
    entry.uint16(20)
    entry.bytes += local[4..<30]
    for value in [0, 0, 0] { entry.uint16(value) }
    entry.uint32(0)
    entry.uint32(offset)
    directory += entry.bytes + Array(name.utf8)
    count += 1
  }
}
