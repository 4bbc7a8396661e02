import LineEditing
import Testing

@Suite struct UndoTests {
  @Test func aWordIsOneChangeAndSoIsAPaste() {
    var undo = Undo()
    for text in ["", "a", "ab", "abc", "abc ", "abc d", "abc de", "abc de温度压力"] { undo.note(Block(text)) }
    #expect([0, 0, 0, 0].map { _ in undo.back()?.text } == ["abc de", "abc", "", nil])
  }

  @Test func movingTheCursorIsNoChange() {
    var undo = Undo()
    for block in [Block("ab"), Block("ab", cursor: 0), Block("b", cursor: 0)] { undo.note(block) }
    #expect(undo.back() == Block("ab", cursor: 0))
    #expect(undo.back() == nil)
  }
}
