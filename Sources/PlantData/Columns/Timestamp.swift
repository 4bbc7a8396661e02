/// A moment: microseconds since 1970-01-01 00:00:00 UTC.
///
/// In a column whose zone is not known the same number counts from local midnight instead.
public struct Timestamp: Sendable, Hashable, Comparable {
  public var microseconds: Int64

  public init(microseconds: Int64) { self.microseconds = microseconds }

  public init(seconds: Double) { microseconds = Int64((seconds * 1e6).rounded()) }

  public static let microsecondsPerSecond: Int64 = 1_000_000
  public static let microsecondsPerDay: Int64 = 86_400_000_000

  public static func < (a: Timestamp, b: Timestamp) -> Bool { a.microseconds < b.microseconds }

  /// The moment of a date and a time of day, read in `zone` (Gregorian calendar, also before 1582).
  public init(
    year: Int, month: Int, day: Int, hour: Int = 0, minute: Int = 0, second: Int = 0, microsecond: Int = 0,
    zone: Zone? = nil
  ) {
    let days = Int64(Timestamp.days(year: year, month: month, day: day))
    let minutes = Int64(hour * 60 + minute - (zone?.minutes ?? 0))
    microseconds =
      days * Timestamp.microsecondsPerDay + (minutes * 60 + Int64(second)) * Timestamp.microsecondsPerSecond
      + Int64(microsecond)
  }

  /// Days from 1970-01-01 to a Gregorian date (Hinnant, "chrono-compatible low-level date algorithms").
  @inline(__always)
  public static func days(year: Int, month: Int, day: Int) -> Int {
    let shifted = month <= 2 ? year - 1 : year
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }
}
