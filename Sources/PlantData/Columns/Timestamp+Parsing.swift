extension Timestamp {
  /// Reads `2026-03-02`, `2026-03-02 06:00`, `2026-03-02T06:00:03.250`, each perhaps followed by a zone as
  /// `+08:00` or `Z`; a text without one is read in `zone`. nil when it is no time.
  public init?(_ text: String, zone: Zone? = nil) {
    var rest = Substring(text)
    guard let year = rest.takeNumber(4), rest.take("-"), let month = rest.takeNumber(2), rest.take("-"),
      let day = rest.takeNumber(2), (1...12).contains(month), (1...31).contains(day)
    else { return nil }
    var clock = (hour: 0, minute: 0, second: 0, microsecond: 0)
    if rest.take(" ") || rest.take("T") {
      guard let hour = rest.takeNumber(2), rest.take(":"), let minute = rest.takeNumber(2), hour < 24,
        minute < 60
      else { return nil }
      (clock.hour, clock.minute) = (hour, minute)
      if rest.take(":") {
        guard let second = rest.takeNumber(2), second < 60 else { return nil }
        clock.second = second
        if rest.take(".") {
          let digits = rest.prefix { $0.isASCII && $0.isNumber }.prefix(6)
          guard let fraction = Int(digits) else { return nil }
          clock.microsecond = (digits.count..<6).reduce(fraction) { value, _ in value * 10 }
          rest = rest.drop { $0.isASCII && $0.isNumber }
        }
      }
    }
    let stated = rest.isEmpty ? zone : Zone(String(rest))
    guard rest.isEmpty || stated != nil else { return nil }
    self.init(
      year: year, month: month, day: day, hour: clock.hour, minute: clock.minute, second: clock.second,
      microsecond: clock.microsecond, zone: stated)
    guard CalendarTime(self, in: stated).day == day else { return nil }
  }
}

extension Substring {
  fileprivate mutating func take(_ sign: Character) -> Bool {
    guard first == sign else { return false }
    removeFirst()
    return true
  }

  fileprivate mutating func takeNumber(_ digits: Int) -> Int? {
    let front = prefix(digits)
    guard front.count == digits, front.utf8.allSatisfy({ $0 >= 48 && $0 <= 57 }) else { return nil }
    removeFirst(digits)
    return Int(front)
  }
}
