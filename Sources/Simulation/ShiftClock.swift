/// The simulated shift: 2026-03-02, from 06:00, +08:00. Times are seconds since its start.
enum ShiftClock {
  static let date = "2026-03-02"

  /// "2026-03-02 06:00:03.120", local time without its zone, the way the systems write it.
  static func stamp(_ seconds: Double) -> String {
    let thousandths = Int((seconds * 1000).rounded()) + 6 * 3_600_000
    let whole = thousandths / 1000
    let part = String(thousandths % 1000 + 1000).dropFirst()
    return "\(date) \(two(whole / 3600)):\(two(whole / 60 % 60)):\(two(whole % 60)).\(part)"
  }

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
