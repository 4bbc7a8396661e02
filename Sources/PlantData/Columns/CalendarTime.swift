/// A moment taken apart in a zone: date and time of day.
public struct CalendarTime: Sendable, Hashable {
  public var year, month, day, hour, minute, second, microsecond: Int
  /// 1 is Monday, 7 is Sunday (ISO 8601).
  public var weekday: Int

  public init(_ moment: Timestamp, in zone: Zone? = nil) {
    let perDay = Timestamp.microsecondsPerDay
    let local = moment.microseconds &+ Int64(zone?.minutes ?? 0) * 60 * Timestamp.microsecondsPerSecond
    var days = Int(local / perDay)
    var rest = Int(local % perDay)
    if rest < 0 {
      rest += Int(perDay)
      days -= 1
    }
    microsecond = rest % 1_000_000
    let seconds = rest / 1_000_000
    (hour, minute, second) = (seconds / 3600, seconds / 60 % 60, seconds % 60)
    let monday = (days + 3) % 7
    weekday = (monday < 0 ? monday + 7 : monday) + 1

    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  }
}

extension Timestamp {
  /// As a technician reads it, `2026-03-02 06:00:03`, with a fraction only where there is one.
  ///
  /// - Parameter zone: the zone to read the clock in; none shows the time as it was stored.
  public func text(in zone: Zone? = nil, separator: String = " ") -> String {
    let time = CalendarTime(self, in: zone)
    let date = "\(padded(time.year, 4))-\(padded(time.month, 2))-\(padded(time.day, 2))"
    let clock = "\(padded(time.hour, 2)):\(padded(time.minute, 2)):\(padded(time.second, 2))"
    guard time.microsecond != 0 else { return date + separator + clock }
    let inThousands = time.microsecond % 1000 == 0
    let fraction = inThousands ? padded(time.microsecond / 1000, 3) : padded(time.microsecond, 6)
    return date + separator + clock + "." + fraction
  }
}

private func padded(_ number: Int, _ width: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
