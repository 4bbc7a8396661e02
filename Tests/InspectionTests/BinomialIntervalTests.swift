import Inspection
import Testing

@Suite struct BinomialIntervalTests {
  @Test func agreesWithPublishedValues() {
    // scipy.stats.binomtest(k, n).proportion_ci(method="exact")
    let seen = BinomialInterval(hits: 3, trials: 41)
    #expect(abs(seen.lower - 0.015_351_471) < 1e-8)
    #expect(abs(seen.upper - 0.199_245_978) < 1e-8)
    let none = BinomialInterval(hits: 0, trials: 59)
    #expect(none.lower == 0)
    #expect(abs(none.upper - 0.060_608_901) < 1e-8)
    #expect(BinomialInterval(hits: 5, trials: 5).upper == 1)
  }

  @Test func nothingSeenMeansNothingKnown() {
    #expect(BinomialInterval(hits: 0, trials: 0) == BinomialInterval(hits: 0, trials: 0))
    #expect(BinomialInterval(hits: 0, trials: 0).shares == ".000 .. 1.000")
  }

  @Test func incompleteBetaIsADistribution() {
    #expect(abs(incompleteBeta(0.5, 2, 2) - 0.5) < 1e-12)
    #expect(abs(incompleteBeta(0.3, 1, 1) - 0.3) < 1e-12)
    #expect(abs(incompleteBeta(0.2, 2, 5) - 0.344_64) < 1e-9)
  }
}
