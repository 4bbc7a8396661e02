internal import Glibc

/// A moment in the machine's time.
struct Moment: Sendable {
  /// `2026-11-25T142440`, for names of folders.
  let stamp: String
  /// `2026-11-25T14:24:40+08:00` (ISO 8601).
  let text: String
  let clock: ContinuousClock.Instant

  static var now: Moment {
    var seconds = time(nil)
    var fields = tm()
    localtime_r(&seconds, &fields)
    let zone = Moment.formatted("%z", &fields)
    return Moment(
      stamp: Moment.formatted("%Y-%m-%dT%H%M%S", &fields),
      text: Moment.formatted("%Y-%m-%dT%H:%M:%S", &fields) + zone.prefix(3) + ":" + zone.suffix(2),
      clock: ContinuousClock.now)
  }

  private static func formatted(_ pattern: String, _ fields: inout tm) -> String {
    var buffer = [CChar](repeating: 0, count: 64)
    let count = strftime(&buffer, buffer.count, pattern, &fields)
    return String(decoding: buffer.prefix(count).map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  var secondsSince: Double {
    let passed = ContinuousClock.now - clock
    return Double(passed.components.seconds) + Double(passed.components.attoseconds) * 1e-18
  }
}
