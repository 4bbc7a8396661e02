import LineEditing
import Testing

@Suite struct ListingTests {
  @Test func wordsStandInColumnsReadDownwards() {
    #expect(listing(of: ["温度", "ab", "c"], columns: 12) == "温度  c\nab")
  }

  @Test func aNarrowWindowGetsOneWordALine() {
    #expect(listing(of: ["alpha", "beta"], columns: 5) == "alpha\nbeta")
  }
}
