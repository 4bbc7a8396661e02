internal import CText
internal import CZlib
internal import Glibc
package import Report

/// The bytes of a file for as long as somebody reads them: mapped, or in memory when they had to be inflated
/// or decoded first.
package final class FileBytes: @unchecked Sendable {
  package let bytes: UnsafeRawBufferPointer
  private let isMapped: Bool

  private init(bytes: UnsafeRawBufferPointer, isMapped: Bool) {
    self.bytes = bytes
    self.isMapped = isMapped
  }

  /// Memory that `init(adopting:)` can take over.
  static func allocate(_ count: Int) -> UnsafeMutableRawPointer {
    guard let memory = malloc(max(1, count)) else { fatalError("out of memory: \(count) bytes") }
    return memory
  }

  /// Takes over memory that `allocate` gave.
  init(adopting memory: UnsafeMutableRawPointer, count: Int) {
    bytes = UnsafeRawBufferPointer(start: UnsafeRawPointer(memory), count: count)
    isMapped = false
  }

  /// A copy of bytes at hand.
  package convenience init(copying source: UnsafeRawBufferPointer) {
    let memory = FileBytes.allocate(source.count)
    if let from = source.baseAddress { memcpy(memory, from, source.count) }
    self.init(adopting: memory, count: source.count)
  }

  deinit {
    guard let start = bytes.baseAddress else { return }
    if isMapped {
      munmap(UnsafeMutableRawPointer(mutating: start), bytes.count)
    } else {
      free(UnsafeMutableRawPointer(mutating: start))
    }
  }

  package var count: Int { bytes.count }

  /// The file's bytes; a gzip file (by its first bytes, whatever its name) is inflated.
  package static func read(_ path: String) throws -> FileBytes {
    let raw = try map(path)
    let isGzip = raw.count > 2 && raw.bytes[0] == 0x1F && raw.bytes[1] == 0x8B
    return isGzip ? try inflate(raw, path: path) : raw
  }

  private static func map(_ path: String) throws -> FileBytes {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw Fault.unreadable(path, errno) }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0 else { throw Fault.unreadable(path, errno) }
    if status.st_mode & S_IFMT == S_IFDIR { throw Fault.unreadable(path, EISDIR) }
    FileUse(.read, path).note()
    let size = Int(status.st_size)
    guard status.st_mode & S_IFMT == S_IFREG, size > 0 else { return try readStream(file, path: path) }
    guard let start = mmap(nil, size, PROT_READ, MAP_PRIVATE, file, 0), start != MAP_FAILED else {
      throw Fault.unreadable(path, errno)
    }
    madvise(start, size, MADV_SEQUENTIAL)
    return FileBytes(bytes: UnsafeRawBufferPointer(start: start, count: size), isMapped: true)
  }

  /// A pipe or another thing without a size, read to its end.
  private static func readStream(_ file: Int32, path: String) throws -> FileBytes {
    var all: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      try Interruption.check()
      let got = Glibc.read(file, &block, block.count)
      if got == 0 { break }
      guard got > 0 else { throw Fault.unreadable(path, errno) }
      all.append(contentsOf: block[..<got])
    }
    return all.withUnsafeBytes { FileBytes(copying: $0) }
  }

  private static func inflate(_ raw: FileBytes, path: String) throws -> FileBytes {
    var stream = z_stream()
    let damaged = Fault(
      .format, en: "the gzip file is damaged or cut off", zh: "gzip 文件已损坏或不完整", at: Place(file: path))
    guard inflateInit2_(&stream, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
      throw damaged
    }
    defer { inflateEnd(&stream) }
    var capacity = max(1 << 16, raw.count * 4)
    var memory = allocate(capacity)
    var filled = 0, taken = 0
    while true {
      if Interruption.isRequested {
        free(memory)
        throw Fault.interrupted
      }
      if filled == capacity {
        let larger = allocate(capacity * 2)
        memcpy(larger, memory, filled)
        free(memory)
        memory = larger
        capacity *= 2
      }
      let input = min(raw.count - taken, 1 << 24)
      let room = min(capacity - filled, 1 << 24)
      stream.next_in = UnsafeMutablePointer(
        mutating: raw.bytes.baseAddress?.advanced(by: taken).assumingMemoryBound(to: UInt8.self))
      stream.avail_in = UInt32(input)
      stream.next_out = memory.advanced(by: filled).assumingMemoryBound(to: UInt8.self)
      stream.avail_out = UInt32(room)
      let status = CZlib.inflate(&stream, Z_NO_FLUSH)
      taken += input - Int(stream.avail_in)
      filled += room - Int(stream.avail_out)
      // A gzip file may be several members one after the other.
      if status == Z_STREAM_END, taken < raw.count, raw.bytes[taken] == 0x1F {
        inflateReset(&stream)
      } else if status == Z_STREAM_END {
        return FileBytes(adopting: memory, count: filled)
      } else if status != Z_OK || (taken == raw.count && stream.avail_out > 0) {
        free(memory)
        throw damaged
      }
    }
  }
}

extension Fault {
  /// A file that cannot be opened or read, in the words of the system.
  package static func unreadable(_ path: String, _ error: Int32) -> Fault {
    switch error {
    case ENOENT:
      let near = nearestFiles(to: path)
      let en = near.isEmpty ? "" : " · did you mean \(near.joined(separator: " or "))?"
      let zh = near.isEmpty ? "" : " · 是不是 \(near.joined(separator: " 或 "))？"
      return Fault(.file, en: "\(path): no such file\(en)", zh: "\(path)：文件不存在\(zh)")
    case EISDIR:
      return Fault(.file, en: "\(path) is a folder, not a file", zh: "\(path) 是文件夹，不是文件")
    case EACCES, EPERM:
      return Fault(.file, en: "\(path): no permission to read", zh: "\(path)：没有读取权限")
    default:
      let words = String(cString: strerror(error))
      return Fault(.file, en: "\(path): \(words)", zh: "\(path)：无法读取（\(words)）")
    }
  }
}
