import LineEditing
import Testing

@Suite struct PastedTextTests {
  @Test(
    arguments: [
      ("x = 1", ["x = 1"]), ("a\r\nb\rc\n", ["a\nb\nc"]), ("\u{1B}[31mred\u{7}", ["[31mred"]),
      ("\u{FEFF}-- 中文\n\tx()", ["-- 中文\n\tx()"]),
      ("> x = 1\n> x + 1\n2", ["x = 1", "x + 1"]),
      (
        "> for k = 1, 2 do\n:   print(k)\n: end\n1\n2\n> done()",
        ["for k = 1, 2 do\n  print(k)\nend", "done()"]
      ),
      ("> f(\n… 1)\n", ["f(\n1)"]), (": x()\n: end", ["x()\nend"]),
      ("a > b", ["a > b"]), (":filter 'x'\n:sort 'y'", [":filter 'x'\n:sort 'y'"]),
      ("a\n> b", ["a\n> b"]), ("\n\n", [""]), (">", []),
    ] as [(String, [String])])
  func promptsAndControlCharactersAreLeftOut(_ pasted: String, _ entries: [String]) {
    #expect(PastedText(pasted).entries == entries)
  }

  @Test func fourHundredLinesAreOneEntry() {
    let lines = (1...400).map { "t\($0) = \"轧机温度 \($0)\"" }
    #expect(PastedText(lines.joined(separator: "\r")).entries == [lines.joined(separator: "\n")])
  }
}
