import Plotting
import Report
import Testing

@Suite struct TicksTests {
  @Test func numbersStepByOneTwoOrFive() {
    #expect(numberTicks(in: 0...9.7, about: 5).labels == ["0", "2", "4", "6", "8"])
    #expect(numberTicks(in: 0.011...0.034, about: 5).labels == ["0.015", "0.020", "0.025", "0.030"])
    #expect(numberTicks(in: -3...3, about: 3).labels == ["-2", "0", "2"])
    #expect(numberTicks(in: 0...60_000, about: 3).labels == ["0", "20,000", "40,000", "60,000"])
  }

  @Test func stepsAreRound() {
    for (span, step) in [(10.0, 2.0), (1.0, 0.2), (23, 5), (700, 100), (0.004, 0.001)] {
      #expect(abs(roundStep(span, about: 5) / step - 1) < 1e-9)
    }
  }

  @Test func hoursOfAShiftAreLocal() {
    let start = 1_772_402_400.0
    let ticks = timeTicks(in: start...(start + 43_200), offset: 28_800, about: 6)
    #expect(ticks.labels == ["06:00", "08:00", "10:00", "12:00", "14:00", "16:00", "18:00"])
    #expect(ticks.values.first == start)
  }

  @Test func longTimesStepByDaysMonthsAndYears() {
    let start = 1_772_323_200.0
    #expect(timeTicks(in: start...(start + 86_400 * 4), offset: 0, about: 4).labels.first == "03-01")
    #expect(timeTicks(in: start...(start + 86_400 * 200), offset: 0, about: 6).labels.first == "2026-03")
    #expect(timeTicks(in: start...(start + 86_400 * 4000), offset: 0, about: 6).labels.first == "2028")
  }

  @Test func partsOfASecondAreShown() {
    #expect(
      timeTicks(in: 10.0...10.5, offset: 0, about: 5).labels
        == ["00:00:10.0", "00:00:10.1", "00:00:10.2", "00:00:10.3", "00:00:10.4", "00:00:10.5"])
  }
}
