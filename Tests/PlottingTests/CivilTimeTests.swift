import Plotting
import Testing

@Suite struct CivilTimeTests {
  @Test func leapDaysAreKept() {
    #expect(CivilTime(seconds: 951_782_400).date == "2000-02-29")
    #expect(CivilTime(seconds: 1_772_402_403).clock == "22:00:03")
    #expect(CivilTime(seconds: -1).date == "1969-12-31")
  }

  @Test func daysAndDatesAgree() {
    for day in stride(from: -200_000, to: 200_000, by: 977) {
      let time = CivilTime(seconds: Double(day) * 86_400)
      #expect(CivilTime.days(year: time.year, month: time.month, day: time.day) == day)
    }
  }
}
