import Report
import Testing

@Suite struct NumbersTests {
  @Test func fixedPlacesRoundAndKeepZeros() {
    #expect((0.91249).fixed(3) == "0.912")
    #expect((-0.05).fixed(2) == "-0.05")
    #expect((-0.0001).fixed(2) == "0.00")
    #expect(Double.nan.fixed(2) == "nan")
  }

  @Test func significantDigitsDropNoise() {
    #expect((1742.1).significant() == "1742.1")
    #expect((0.00032).significant() == "0.00032")
    #expect((1.2e-9).significant() == "1.2e-09")
    #expect((11.0).significant() == "11")
    #expect((0.0).significant() == "0")
  }

  @Test func thousandsAreGrouped() {
    #expect(2_160_411.grouped == "2,160,411")
    #expect((-999).grouped == "-999")
  }
}
