/// Points in time as Excel counts them: days since the end of 1899, or since 1904-01-01 in workbooks of old
/// Macintoshes (ECMA-376 part 1, 18.17.4). Excel holds 1900 for a leap year; days before March 1900 are set right.
struct ExcelTime {
  var isSince1904: Bool

  private static let millisecondsPerDay = 86_400_000.0
  private static let days1900 = Int64(Timestamp.days(year: 1899, month: 12, day: 30))
  private static let days1904 = Int64(Timestamp.days(year: 1904, month: 1, day: 1))

  /// Microseconds since 1970-01-01 of the local clock, to the millisecond that Excel shows; nil for a number that
  /// is no day of the years 1900 to 9999.
  func microseconds(_ serial: Double) -> Int64? {
    guard serial >= 0, serial < 2_958_466 else { return nil }
    let wrong: Int64 = !isSince1904 && serial < 60 ? 1 : 0
    let milliseconds = Int64((serial * ExcelTime.millisecondsPerDay).rounded())
    let start = isSince1904 ? ExcelTime.days1904 : ExcelTime.days1900 + wrong
    return start * Timestamp.microsecondsPerDay + milliseconds * 1000
  }

  /// The number for a moment of the local clock; nil for what Excel has no day for.
  func serial(_ microseconds: Int64) -> Double? {
    let start = isSince1904 ? ExcelTime.days1904 : ExcelTime.days1900
    let past = microseconds - start * Timestamp.microsecondsPerDay
    let serial = Double(past) / Double(Timestamp.microsecondsPerDay)
    guard serial >= (isSince1904 ? 0 : 61), serial < 2_958_466 else { return nil }
    return serial
  }

  /// "06:00:03" for a time of day without a date.
  static func timeOfDay(_ serial: Double) -> String {
    let text = Timestamp(microseconds: Int64((serial * millisecondsPerDay).rounded()) * 1000).text()
    return String(text.dropFirst(11))
  }
}
