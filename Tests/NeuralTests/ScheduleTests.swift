import Neural
import Testing

#if canImport(Glibc)
  import Glibc
#endif

/// The learning rate against the formulas of the papers.
@Suite struct ScheduleTests {
  @Test func aConstantRateStays() {
    #expect((0..<10).allSatisfy { Schedule.constant.factor($0, of: 10) == 1 })
  }

  /// He et al., 2016, section 4.2: divided by 10 after a half and after three quarters of the steps.
  @Test func stepsDivideByTen() {
    let rates = (0..<8).map { Schedule.step.factor($0, of: 8) }
    #expect(rates == [1, 1, 1, 1, 0.1, 0.1, 0.01, 0.01])
  }

  /// Loshchilov and Hutter, 2017, equation 5 with a minimum of 0: (1 + cos(π t / T)) / 2.
  @Test func aCosineIsThatOfItsPaper() {
    for t in 0..<20 {
      #expect(abs(Schedule.cosine.factor(t, of: 20) - (1 + cos(.pi * Double(t) / 20)) / 2) < 1e-12)
    }
    #expect(abs(Schedule.cosine.factor(10, of: 20) - 0.5) < 1e-12)
  }

  /// Smith and Topin, 2018, in the two phases of cosines that are usual: from a 25th up to the highest rate at 30 %,
  /// then down to a 10,000th of the beginning.
  @Test func oneCycleGoesUpAndDown() {
    func rate(_ step: Int) -> Double { Schedule.oneCycle.factor(step, of: 1000) }
    #expect(abs(rate(0) - 1 / 25) < 1e-12)
    #expect(abs(rate(150) - (0.04 + 1) / 2) < 1e-12)
    #expect(abs(rate(300) - 1) < 1e-12)
    #expect(abs(rate(650) - (1 + 4e-6) / 2) < 1e-12)
    #expect(abs(Schedule.oneCycle.factor(1_000_000, of: 1_000_000) - 1 / 250_000) < 1e-12)
    #expect((1..<300).allSatisfy { rate($0) > rate($0 - 1) })
    #expect((301..<1000).allSatisfy { rate($0) < rate($0 - 1) })
  }

  /// Goyal et al., 2017, section 2.2: linearly up to the rate, then the schedule over the steps that remain.
  @Test func warmupRisesLinearly() {
    let rates = (0..<4).map { Schedule.cosine.factor($0, of: 24, warmup: 4) }
    #expect(rates == [0.2, 0.4, 0.6, 0.8])
    #expect(Schedule.cosine.factor(4, of: 24, warmup: 4) == 1)
    #expect(abs(Schedule.cosine.factor(14, of: 24, warmup: 4) - 0.5) < 1e-12)
  }
}
