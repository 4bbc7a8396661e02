internal import Glibc

/// VmHWM of this process, in megabytes.
func peakResidentMegabytes() throws -> Double {
  guard let file = fopen("/proc/self/status", "r") else {
    throw Misunderstanding.request("/proc/self/status")
  }
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
