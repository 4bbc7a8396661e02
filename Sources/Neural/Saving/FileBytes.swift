internal import Glibc
internal import Report

/// Whole files, read and written.
enum FileBytes {
  static func read(_ path: String) throws -> [UInt8] {
    guard let file = fopen(path, "rb") else { throw fault(path) }
    defer { fclose(file) }
    var status = stat()
    guard fstat(fileno(file), &status) == 0 else { throw fault(path) }
    guard status.st_mode & S_IFMT != S_IFDIR else {
      throw Fault(.file, en: "this is a folder, not a file", zh: "这是文件夹，不是文件", at: Place(file: path))
    }
    let size = Int(status.st_size)
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      count = size > 0 ? fread(buffer.baseAddress, 1, size, file) : 0
    }
    guard ferror(file) == 0 else { throw fault(path) }
    FileUse(.read, path).note()
    return bytes
  }

  /// Writes beside the file and renames, so that the old file stays whole when the disk is full.
  static func write(_ bytes: [UInt8], to path: String) throws {
    let draft = path + ".part"
    guard let file = fopen(draft, "wb") else { throw fault(path) }
    let written = fwrite(bytes, 1, bytes.count, file)
    let synced = fflush(file) == 0 && fsync(fileno(file)) == 0
    let reason = errno
    guard fclose(file) == 0, synced, written == bytes.count else {
      unlink(draft)
      throw fault(path, reason)
    }
    guard rename(draft, path) == 0 else { throw fault(path) }
    FileUse(.written, path).note()
  }

  private static func fault(_ path: String, _ reason: Int32 = errno) -> Fault {
    if reason == ENOENT {
      return Fault(.file, en: "no such file", zh: "文件不存在", at: Place(file: path))
    }
    let words = String(cString: strerror(reason))
    return Fault(.file, en: words, zh: "无法读写文件（\(words)）", at: Place(file: path))
  }
}
