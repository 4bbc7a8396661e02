internal import Glibc
internal import Report

/// A file's bytes. Throws a `Fault` with the file's name and the system's reason.
func readFile(_ path: String) throws -> [UInt8] {
  let file = open(path, O_RDONLY | O_CLOEXEC)
  guard file >= 0 else { throw failure(of: path, missing: Text(en: "no such file", zh: "文件不存在")) }
  defer { close(file) }
  var status = stat()
  guard fstat(file, &status) == 0 else {
    throw failure(of: path, missing: Text(en: "no such file", zh: "文件不存在"))
  }
  guard status.st_mode & S_IFMT == S_IFREG else {
    throw Fault(.file, en: "not a file", zh: "不是文件", at: Place(file: path))
  }
  let size = Int(status.st_size)
  var failed = false
  let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, filled in
    while filled < size {
      let count = read(file, buffer.baseAddress! + filled, size - filled)
      if count < 0 { failed = true }
      if count <= 0 { return }
      filled += count
    }
  }
  if failed { throw failure(of: path, missing: Text(en: "no such file", zh: "文件不存在")) }
  FileUse(.read, path).note()
  return bytes
}

/// Writes a whole file, or throws a `Fault` with its name and the system's reason.
func writeFile(_ bytes: [UInt8], to path: String) throws {
  let file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
  guard file >= 0 else {
    throw failure(of: path, missing: Text(en: "no such file or folder", zh: "文件或文件夹不存在"))
  }
  defer { close(file) }
  var written = 0
  while written < bytes.count {
    let count = bytes.withUnsafeBytes { write(file, $0.baseAddress! + written, bytes.count - written) }
    guard count > 0 else {
      throw failure(of: path, missing: Text(en: "no such file or folder", zh: "文件或文件夹不存在"))
    }
    written += count
  }
  FileUse(.written, path).note()
}

private func failure(of path: String, missing: Text) -> Fault {
  let reason = errno
  let near = reason == ENOENT ? nearestFiles(to: path) : []
  let hint = Text(
    en: near.isEmpty ? "" : " · did you mean \(near.joined(separator: " or "))?",
    zh: near.isEmpty ? "" : " · 是不是 \(near.joined(separator: " 或 "))？")
  let words = Text(
    en: reason == ENOENT ? missing.en : String(cString: strerror(reason)),
    zh: reason == ENOENT
      ? missing.zh : reason == EACCES ? "没有权限" : reason == ENOSPC ? "磁盘已满" : String(cString: strerror(reason))
  )
  return Fault(.file, words + hint, at: Place(file: path))
}
