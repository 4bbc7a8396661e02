internal import Glibc
internal import Report

/// What the machine has left for batches and images.
enum FreeMemory {
  /// Bytes that programs can still get without swapping; nil where the system does not say.
  static var bytes: Int? {
    guard let file = fopen("/proc/meminfo", "r") else { return nil }
    defer { fclose(file) }
    var line = [CChar](repeating: 0, count: 128)
    while fgets(&line, Int32(line.count), file) != nil {
      let words = String(decoding: line.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
        .split(
          separator: " ")
      if words.first == "MemAvailable:", words.count > 1 { return Int(words[1]).map { $0 << 10 } }
    }
    return nil
  }

  /// Batches below this are not worth asking the system.
  private static let small = 1 << 28

  /// - Throws: `Fault` (memory) when a batch of images takes more than there is.
  static func require(forBatch count: Int, of shape: [Int]) throws {
    let each = shape.reduce(MemoryLayout<Float>.stride, *)
    guard count * each > small, let free = bytes, count * each > free else { return }
    let size = shape.map(String.init).joined(separator: "x")
    let (needed, left) = (((count * each) >> 20).grouped, (free >> 20).grouped)
    throw Fault(
      .memory, en: "a batch of \(count.grouped) images \(size) takes \(needed) MB, and \(left) MB are free",
      zh: "一批 \(count.grouped) 张 \(size) 图像需要 \(needed) MB 内存，可用内存为 \(left) MB",
      try: "batch = \(max(1, min(256, free / 8 / each)))")
  }
}
