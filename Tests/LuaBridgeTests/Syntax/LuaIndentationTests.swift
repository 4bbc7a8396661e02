import LuaBridge
import Testing

@Suite struct LuaIndentationTests {
  @Test(
    arguments: [
      ("", "", 0), ("for k = 1, 2 do\n", "", 2), ("for k = 1, 2 do\n", "end", 0),
      ("if x then\n  y()\n", "else", 0), ("if x then\n  y()\nelse\n", "", 2),
      ("if x then\n  for k in y do\n", "", 4), ("if x then\n  for k in y do\n  ", "end", 2),
      ("map(function(x)\n", "", 2), ("map(function(x)\n", "end)", 0), ("f {\n", "}", 0),
      ("f({\n  a = {\n", "", 4), ("x = 1\n", "", 0), ("-- if then\n", "", 0), ("s = 'do'\n", "", 0),
      ("end end }\n", "", 0), ("repeat\n", "until x", 0),
    ] as [(String, String, Int)])
  func aLineIsIndentedByWhatIsOpen(_ above: String, _ line: String, _ columns: Int) {
    #expect(LuaIndentation.columns(above: above, line: line) == columns)
  }
}
