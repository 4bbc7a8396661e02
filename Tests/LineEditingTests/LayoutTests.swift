import LineEditing
import Testing

@Suite struct LayoutTests {
  func frame(_ text: String, cursor: Int? = nil, columns: Int = 80, tail: String = "") -> Frame {
    Frame(Block(text, cursor: cursor), prompt: "> ", continuation: ": ", tail: tail, columns: columns)
  }

  func lines(_ frame: Frame) -> [String] { frame.rows.map { $0.map(\.text).joined() } }

  @Test func linesStandUnderEachOtherWithTheirPrompts() {
    let frame = frame("for k = 1, 2 do\n  print(k)\nend", cursor: 18)
    #expect(lines(frame) == ["> for k = 1, 2 do", ":   print(k)", ": end"])
    #expect(frame.cursor == (1, 4))
  }

  @Test func wideCharactersWrapWhole() {
    let frame = frame("ab温度", cursor: 3, columns: 5)
    #expect(lines(frame) == ["> ab", "温度"])
    #expect(frame.cursor == (1, 0 + 2))
    #expect(self.frame("ab温度", cursor: 2, columns: 5).cursor == (1, 0))
  }

  @Test func aFullRowIsFollowedByOneForTheCursor() {
    let frame = frame("abc", columns: 5)
    #expect(lines(frame) == ["> abc", ""])
    #expect(frame.cursor == (1, 0))
  }

  @Test func tabsAndControlCharactersAreVisible() {
    #expect(lines(frame("\tx\u{1B}[31m")) == [">   x^[[31m"])
    #expect(lines(frame("a\u{300}b\u{200B}")) == ["> a\u{300}b"])
  }

  @Test func theTailStandsAfterTheCursor() {
    let frame = frame("pri", tail: "nt(1)")
    #expect(lines(frame) == ["> print(1)"])
    #expect(frame.cursor == (0, 5))
  }

  @Test func aBlockTallerThanTheWindowShowsTheRowsAroundTheCursor() {
    let text = (1...50).map { "line \($0)" }.joined(separator: "\n")
    for (cursor, first) in [(0, "> line 1"), (text.count, ": line 41")] {
      var frame = frame(text, cursor: cursor)
      frame.add([[Cell]("hint", .dim, columns: 80)], rows: 11)
      #expect(frame.rows.count == 11)
      #expect(lines(frame)[0] == first)
      #expect((0..<10).contains(frame.cursor.row))
      #expect(lines(frame)[10] == "hint")
    }
  }

  @Test func stylesEndWhereTheyEnd() {
    let frame = Frame(
      Block("if x"), prompt: "> ", continuation: ": ", styles: [StyledRange(0..<2, .keyword)], columns: 80)
    #expect(frame.rows[0].map(\.style) == [.prompt, .prompt, .keyword, .keyword, .plain, .plain])
  }
}
