internal import Glibc
internal import Report

extension ProgramMemory {
  /// Whether so many floats can be had beside what is there already.
  ///
  /// - Throws: a fault that shows what is wanted and what is free.
  static func check(floats: Int) throws {
    let wanted = floats * MemoryLayout<Float>.stride
    guard let free = availableBytes(), wanted > free else { return }
    throw Fault(
      .memory, en: "the network needs \(wanted.megabytes) for one batch, and \(free.megabytes) are free",
      zh: "网络处理一批样本需要 \(wanted.megabytes) 内存，可用 \(free.megabytes)")
  }

  /// What the system can give without taking from others, as Linux reckons it.
  private static func availableBytes() -> Int? {
    guard let file = fopen("/proc/meminfo", "r") else { return nil }
    defer { fclose(file) }
    var line = [CChar](repeating: 0, count: 128)
    while fgets(&line, Int32(line.count), file) != nil {
      let words = String(decoding: line.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
        .split(whereSeparator: { $0 == " " || $0 == "\n" })
      if words.first == "MemAvailable:", words.count > 1, let kilobytes = Int(words[1]) {
        return kilobytes * 1024
      }
    }
    return nil
  }
}
