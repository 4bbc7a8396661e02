/// Reads points in time: ISO 8601 and its plant relatives, `2026-03-02T06:00:03.120+08:00`,
/// `2026/3/2 6:00`, `2026-03-02`.
struct TimestampField {
  /// The zone of times that name none, in minutes east of UTC.
  var zone: Int
  /// The zone that the first time with a zone named.
  private(set) var namedZone: Int?
  private(set) var sawNoZone = false
  private var dateKey: (UInt64, UInt16) = (0, 0)
  private var dateBase: Int64 = 0

  init(zone: Int) { self.zone = zone }

  /// Microseconds since 1970-01-01 UTC, or nil when the field is no point in time.
  @inline(__always)
  mutating func parse(_ field: FieldBytes) -> Int64? {
    field.count < 8 ? nil : field.count >= 19 ? (fixed(field) ?? general(field)) : general(field)
  }

  /// `yyyy-MM-dd HH:mm:ss` with up to three decimals and no zone, by far the most common; the date is
  /// remembered from row to row.
  @inline(__always)
  private mutating func fixed(_ field: FieldBytes) -> Int64? {
    let p = field.start, count = field.count
    guard count == 19 || count == 23, p[10] == 32 || p[10] == 84, p[13] == 58, p[16] == 58 else { return nil }
    let raw = UnsafeRawPointer(p)
    let key = (raw.loadUnaligned(as: UInt64.self), raw.loadUnaligned(fromByteOffset: 8, as: UInt16.self))
    if key != dateKey {
      guard p[4] == p[7], p[4] == 45 || p[4] == 47,
        let year = digits(p, 4), let month = digits(p + 5, 2), let day = digits(p + 8, 2),
        CivilDate.isDate(year: year, month: month, day: day)
      else { return nil }
      dateKey = key
      dateBase = Int64(Timestamp.days(year: year, month: month, day: day)) * 86_400
    }
    guard let hour = digits(p + 11, 2), let minute = digits(p + 14, 2), let second = digits(p + 17, 2),
      hour < 24, minute < 60, second < 60
    else { return nil }
    var thousandth = 0
    if count == 23 {
      guard p[19] == 46, let fraction = digits(p + 20, 3) else { return nil }
      thousandth = fraction
    }
    sawNoZone = true
    let seconds = dateBase + Int64((hour * 60 + minute) * 60 + second) - Int64(zone * 60)
    return seconds * 1_000_000 + Int64(thousandth * 1000)
  }

  @inline(__always)
  private func digits(_ p: UnsafePointer<UInt8>, _ count: Int) -> Int? {
    var value = 0
    for i in 0..<count {
      let digit = p[i] &- 48
      guard digit < 10 else { return nil }
      value = value * 10 + Int(digit)
    }
    return value
  }

  @inline(never)
  private mutating func general(_ field: FieldBytes) -> Int64? {
    var reader = Reader(field: field)
    guard let year = reader.number(4...4), let separator = reader.take(["-", "/", "."]),
      let month = reader.number(1...2), reader.take([separator]) != nil, let day = reader.number(1...2),
      CivilDate.isDate(year: year, month: month, day: day)
    else { return nil }
    var micros = Int64(Timestamp.days(year: year, month: month, day: day)) * 86_400_000_000
    var offset: Int?
    if !reader.isAtEnd {
      guard reader.take(["T", " ", "t"]) != nil, let time = reader.time() else { return nil }
      micros += time
      offset = reader.zone()
      guard reader.isAtEnd else { return nil }
    }
    if let offset { namedZone = namedZone ?? offset } else { sawNoZone = true }
    return micros - Int64(offset ?? zone) * 60_000_000
  }

  /// Walks over a field from part to part.
  private struct Reader {
    var field: FieldBytes
    var i = 0

    var isAtEnd: Bool { i == field.count }

    mutating func number(_ lengths: ClosedRange<Int>) -> Int? {
      var value = 0, length = 0
      while i < field.count, field[i] &- 48 < 10, length < lengths.upperBound {
        value = value * 10 + Int(field[i] &- 48)
        i += 1
        length += 1
      }
      return length >= lengths.lowerBound ? value : nil
    }

    mutating func take(_ wanted: [Unicode.Scalar]) -> Unicode.Scalar? {
      guard i < field.count else { return nil }
      let scalar = Unicode.Scalar(field[i])
      guard wanted.contains(scalar) else { return nil }
      i += 1
      return scalar
    }

    /// `H:m[:s[.ffffff]]` in microseconds.
    mutating func time() -> Int64? {
      guard let hour = number(1...2), hour < 24, take([":"]) != nil, let minute = number(2...2), minute < 60
      else { return nil }
      var micros = Int64(hour * 60 + minute) * 60_000_000
      guard take([":"]) != nil else { return micros }
      guard let second = number(2...2), second < 60 else { return nil }
      micros += Int64(second) * 1_000_000
      guard take([".", ","]) != nil else { return micros }
      let start = i
      guard var fraction = number(1...6) else { return nil }
      for _ in (i - start)..<6 { fraction *= 10 }
      while i < field.count, field[i] &- 48 < 10 { i += 1 }
      return micros + Int64(fraction)
    }

    mutating func zone() -> Int? {
      if take([" "]) != nil, isAtEnd { return nil }
      if take(["Z", "z"]) != nil { return 0 }
      guard let sign = take(["+", "-"]), let hours = number(1...2), hours <= 14 else { return nil }
      _ = take([":"])
      let minutes = isAtEnd ? 0 : number(2...2)
      guard let minutes, minutes < 60 else { return nil }
      return (sign == "-" ? -1 : 1) * (hours * 60 + minutes)
    }
  }
}
