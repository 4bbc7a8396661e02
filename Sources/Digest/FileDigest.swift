internal import Glibc
internal import Report

extension SHA256 {
  /// The digest of a file's bytes as hexadecimal digits, and how many they are; nil when it cannot be read.
  ///
  /// - Throws: `Fault.interrupted` when the user asks to stop.
  public static func hex(ofFile path: String) throws -> (hex: String, bytes: Int)? {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var hash = SHA256()
    var total = 0
    let block = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 64)
    defer { block.deallocate() }
    while true {
      try Interruption.check()
      let count = read(file, block.baseAddress, block.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { return nil }
      if count == 0 { return (hash.hex, total) }
      hash.update(UnsafeRawBufferPointer(rebasing: block[..<count]))
      total += count
    }
  }
}
