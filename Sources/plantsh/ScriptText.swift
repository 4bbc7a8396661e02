internal import Glibc
internal import Report

/// The text of a script or a notebook.
enum ScriptText {
  /// The script's text. Only UTF-8 is a script; Windows' byte order mark is passed over.
  static func read(_ path: String, named alias: String? = nil) throws -> String {
    let name = alias ?? path
    guard var bytes = readAll(path) else {
      let reason = String(cString: strerror(errno))
      throw Fault(
        .file, en: "the script cannot be read: \(reason)", zh: "无法读取脚本：\(reason)", at: Place(file: name),
        try: "ls")
    }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
    guard !bytes.contains(0) else {
      throw Fault(.format, en: "this is no Lua script", zh: "这不是 Lua 脚本", at: Place(file: name))
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      let lines = bytes.split(separator: 10, omittingEmptySubsequences: false)
      let line = lines.firstIndex { String(validating: $0, as: UTF8.self) == nil }.map { $0 + 1 }
      throw Fault(
        .encoding, en: "the script is not UTF-8", zh: "脚本不是 UTF-8 编码", at: Place(file: name, line: line),
        try: "iconv -f gb18030 -t utf-8 \(name) > utf8.lua")
    }
    return text
  }

  private static func readAll(_ path: String) -> [UInt8]? {
    let descriptor = open(path, O_RDONLY)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Glibc.read(descriptor, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { return nil }
      if count == 0 { return bytes }
      bytes += buffer[..<count]
    }
  }
}
