import PlantData
import Testing

@Suite struct TimestampTests {
  let shift = Zone(minutes: 480)

  @Test func readsTheClockOfItsZone() {
    let moment = Timestamp(year: 2026, month: 3, day: 2, hour: 6, second: 3, zone: shift)
    #expect(moment.text(in: shift) == "2026-03-02 06:00:03")
    #expect(moment.text(in: .utc) == "2026-03-01 22:00:03")
    #expect(CalendarTime(moment, in: shift).weekday == 1)
  }

  @Test func everyDayOfFourCenturiesComesBack() {
    var days = Timestamp.days(year: 1800, month: 1, day: 1)
    let last = Timestamp.days(year: 2200, month: 1, day: 1)
    while days < last {
      let time = CalendarTime(Timestamp(microseconds: Int64(days) * Timestamp.microsecondsPerDay - 1))
      let next = Timestamp.days(year: time.year, month: time.month, day: time.day) + 1
      #expect(next == days)
      days += 37
    }
  }

  @Test(arguments: ["+08:00", "-05:30", "+00:00"])
  func zonesPrintAsTheyAreRead(text: String) { #expect(Zone(text)?.description == text) }

  @Test func otherSpellingsOfZonesAreRead() {
    #expect(Zone("+8") == shift)
    #expect(Zone("+0800") == shift)
    #expect(Zone("Z") == .utc)
    #expect(Zone("+24:00:00") == nil)
    #expect(Zone("Shanghai") == nil)
    #expect(Zone("+-8") == nil)
  }

  @Test func fractionsShowOnlyWhereThereAreAny() {
    #expect(Timestamp(microseconds: 250_000).text() == "1970-01-01 00:00:00.250")
    #expect(Timestamp(microseconds: -1).text() == "1969-12-31 23:59:59.999999")
  }
}
