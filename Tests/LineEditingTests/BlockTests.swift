import LineEditing
import Testing

@Suite struct BlockTests {
  @Test func upAndDownKeepTheColumnWhereTheyCan() {
    let block = Block("for i = 1, 3 do\n  x\nend", cursor: 17)
    #expect(block.moved(byLines: -1) == 1)
    #expect(block.moved(byLines: 1) == 21)
    #expect(Block("abcdef\nab", cursor: 5).moved(byLines: 1) == 9)
  }

  @Test func theEdgesOfTheBlockBelongToHistory() {
    #expect(Block("a\nb", cursor: 0).moved(byLines: -1) == nil)
    #expect(Block("a\nb", cursor: 3).moved(byLines: 1) == nil)
    #expect(Block("").moved(byLines: 1) == nil)
  }

  @Test func homeAndEndStayInTheLine() {
    let block = Block("abc\n温度 = 1\nx", cursor: 6)
    #expect(block.lineStart == 4)
    #expect(block.lineEnd == 10)
  }

  @Test func theBlockKnowsWhatStandsAroundTheCursor() {
    let block = Block("if x then\n  y()\nend", cursor: 13)
    #expect(block.above == "if x then\n")
    #expect(block.typedLine == "  y")
    #expect(!block.isAtEnd && !block.isInLastLine)
    #expect(Block("a\nb").isInLastLine)
  }
}
