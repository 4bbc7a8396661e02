import LineEditing
import Report
import Testing

@Suite struct ListingTests {
  func text(_ words: [String], columns: Int, rows: Int = 99) -> String {
    Listing(words, columns: columns, rows: rows).text
  }

  @Test func wordsStandInColumnsReadDownwards() {
    #expect(text(["温度", "ab", "c"], columns: 12) == "温度  c\nab")
  }

  @Test func aNarrowWindowGetsOneWordALine() {
    #expect(text(["alpha", "beta"], columns: 5) == "alp…\nbeta")
  }

  @Test func aLongListIsCutAndSaysHowManyAreLeft() {
    let words = (1...100).map { "word\($0)" }
    let listing = Listing(words, columns: 40, rows: 5)
    #expect(listing.rows.count == 4)
    #expect(listing.left == 100 - listing.rows.joined().count)
    #expect(listing.text.split(separator: "\n").count == 5)
    #expect(listing.text.hasSuffix(" more") || listing.text.hasSuffix(" 个"))
  }

  @Test func thePageHoldsTheSelectedWord() {
    let words = (1...100).map { "word\($0)" }
    for selected in [0, 15, 16, 50, 99] {
      let listing = Listing(words, columns: 40, rows: 5, selected: selected)
      #expect(listing.rows.joined().contains { $0.index == selected })
      let marked = listing.cells(selected: selected, columns: 40).joined().filter { $0.style == .selected }
      #expect(marked.map(\.text).joined() == words[selected])
    }
  }

  @Test func chineseStaysAligned() {
    let rows = Listing(["温度", "speed", "压力计", "x"], columns: 20, rows: 9).rows
    #expect(rows.map { $0[0].word.displayWidth + $0[0].gap } == [8, 8])
  }
}
