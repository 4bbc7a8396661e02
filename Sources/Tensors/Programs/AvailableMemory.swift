internal import Glibc
internal import Report

extension ProgramMemory {
  /// Whether so many floats can be had beside what is there already.
  ///
  /// - Throws: a fault that shows what is wanted and what is free.
  static func check(floats: Int) throws {
    let wanted = floats * MemoryLayout<Float>.stride
    guard let free = TensorMemory.available(), wanted > free else { return }
    throw Fault(
      .memory, en: "the network needs \(wanted.megabytes) for one batch, and \(free.megabytes) are free",
      zh: "网络处理一批样本需要 \(wanted.megabytes) 内存，可用 \(free.megabytes)")
  }
}

extension TensorMemory {
  /// Whether a tensor of this shape can be had beside what is there already. Small ones are not looked at.
  ///
  /// - Throws: a fault that shows what is wanted and what is free.
  public static func check(_ operation: String, _ shape: Shape) throws {
    var count = 1
    var isTooMany = false
    for size in shape where size != 0 {
      let (product, overflows) = count.multipliedReportingOverflow(by: size)
      isTooMany = isTooMany || overflows || product > Int.max / MemoryLayout<Float>.stride
      count = isTooMany ? 0 : product
    }
    guard !shape.contains(0), isTooMany || count > 1 << 22 else { return }
    let wanted = count * MemoryLayout<Float>.stride
    guard let free = available() else { return }
    guard isTooMany || wanted > free else { return }
    let size = isTooMany ? Text(en: "more than can be counted", zh: "超出可计数范围的") : Text(wanted.megabytes)
    throw Fault(
      .memory,
      en: "\(operation): a tensor \(shape.text) needs \(size.en), and \(free.megabytes) are free",
      zh: "\(operation)：张量 \(shape.text) 需要 \(size.zh) 内存，可用 \(free.megabytes)")
  }

  /// Whether two tensors can be combined value by value: a column and a row make a table.
  public static func check(_ operation: String, combining a: Tensor, _ b: Tensor) throws {
    if a.count == 1 || b.count == 1 || a.shape == b.shape { return }
    try check(operation, try Broadcast(operation, a.shape, b.shape).shape)
  }

  /// What the system can give without taking from others, as Linux reckons it.
  static func available() -> Int? {
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
