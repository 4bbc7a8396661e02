import LineEditing
import Testing

@Suite struct MenuTests {
  @Test func theMenuGoesRound() {
    var menu = Menu([Candidate("a"), Candidate("b"), Candidate("c")], start: 0, block: Block(""))
    #expect([1, 1, 1, 1].map { menu.step($0).text } == ["a", "b", "c", "a"])
    #expect(menu.step(-1).text == "c")
    var backwards = Menu([Candidate("a"), Candidate("b")], start: 0, block: Block(""))
    #expect(backwards.step(-1).text == "b")
  }

  @Test func theCommonStartIsWhatAllWordsHave() {
    let words = ["温度_max", "温度_min"].map { Candidate($0) }
    #expect(String(String.UnicodeScalarView(commonStart(of: words))) == "温度_m")
    #expect(commonStart(of: []).isEmpty)
  }
}
