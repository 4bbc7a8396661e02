internal import Glibc

/// The most memory that a process takes which trains a network and does nothing else.
final class MemoryRow: SharedRow {
  let heading: Heading
  private let training: TrainingRow

  init(_ training: TrainingRow) {
    self.training = training
    heading = Heading(
      row: "\(training.heading.row), peak memory", unit: "MB", must: .ratio(1), hope: .ratio(2),
      againstBest: true, fresh: true)
  }

  func measure(_ peer: String?) throws -> Double {
    _ = try training.measure(nil)
    return try MemoryRow.peakResident()
  }

  func handOver(to folder: String) throws { try training.handOver(to: folder) }

  /// VmHWM of this process, in megabytes.
  private static func peakResident() throws -> Double {
    guard let file = fopen("/proc/self/status", "r") else { throw HandoverError(file: "status", code: errno) }
    defer { fclose(file) }
    var kilobytes = 0
    var line = [CChar](repeating: 0, count: 256)
    while fgets(&line, Int32(line.count), file) != nil {
      let words = line.split(separator: 0)[0].map { Character(UnicodeScalar(UInt8(bitPattern: $0))) }
        .split(whereSeparator: \.isWhitespace)
      if words.first.map({ String($0) }) == "VmHWM:" { kilobytes = Int(String(words[1])) ?? 0 }
    }
    return Double(kilobytes) / 1024
  }
}
