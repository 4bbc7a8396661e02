internal import Glibc
internal import Report

/// Whole files of a run, read and written.
enum WholeFile {
  static func read(_ path: String) throws -> [UInt8] {
    guard let file = fopen(path, "rb") else { throw fault(path) }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = fread(&block, 1, block.count, file)
      if count == 0 { break }
      bytes += block[..<count]
    }
    guard ferror(file) == 0 else { throw fault(path) }
    return bytes
  }

  /// Writes beside the file and renames, so that nobody ever sees half of it.
  static func write(_ bytes: [UInt8], to path: String) throws {
    let draft = path + ".part"
    guard let file = fopen(draft, "wb") else { throw fault(path) }
    let written = fwrite(bytes, 1, bytes.count, file)
    guard fclose(file) == 0, written == bytes.count, rename(draft, path) == 0 else {
      let fault = fault(path)
      unlink(draft)
      throw fault
    }
  }

  static func write(_ text: String, to path: String) throws { try write(Array(text.utf8), to: path) }

  /// Makes a folder and those above it.
  static func makeFolder(_ path: String) throws {
    var made = path.hasPrefix("/") ? "" : "."
    for part in path.split(separator: "/") {
      made += "/" + part
      guard mkdir(made, 0o755) == 0 || errno == EEXIST else { throw fault(path) }
    }
    guard Paths.isFolder(path) else {
      errno = ENOTDIR
      throw fault(path)
    }
  }

  static func fault(_ path: String) -> Fault {
    let reason = String(cString: strerror(errno))
    return Fault(.file, en: "\(reason)", zh: "无法读写（\(reason)）", at: Place(file: path))
  }
}
