import Foundation
import Testing

/// The keys of the editor and what is drawn while typing, in a real terminal.
@Suite(.serialized) struct TypingTests {
  func opened(
    columns: Int = 80, rows: Int = 24, lang: String = "en", environment: [String: String] = [:]
  ) throws -> Terminal {
    let scratch = try Scratch()
    let terminal = try Terminal(
      columns: columns, rows: rows, in: scratch, arguments: "--lang \(lang)", environment: environment)
    terminal.waitForPrompt()
    return terminal
  }

  @Test func wordsAreColouredWhileTyping() throws {
    let terminal = try opened()
    try terminal.write("local x = 'R1' -- why")
    _ = terminal.wait(for: "-- why")
    let colours = terminal.colours
    #expect(colours.contains("\u{1B}[35m"))
    #expect(colours.contains("\u{1B}[32m'R1'"))
    #expect(colours.contains("\u{1B}[2m-- why"))
  }

  @Test func nothingIsColouredWhereNobodyWantsIt() throws {
    let terminal = try opened(environment: ["NO_COLOR": "1"])
    try terminal.write("local x = 'R1'")
    _ = terminal.wait(for: "'R1'")
    #expect(!terminal.colours.contains("\u{1B}[35m"))
  }

  @Test func theRestOfAnEarlierEntryIsTakenWithRight() throws {
    let terminal = try opened()
    try terminal.type("print('轧机', 6 * 7)")
    _ = terminal.wait(for: "轧机    42")
    try terminal.write("pri")
    #expect(
      terminal.wait { $0.hasSuffix("> print('轧机', 6 * 7)") || $0.contains("> print('轧机', 6 * 7)\n\n") }
        .components(separatedBy: "> print('轧机'").count == 3)
    try terminal.press("Right")
    try terminal.press("Enter")
    #expect(terminal.wait { $0.components(separatedBy: "轧机    42").count == 3 }.contains("轧机    42"))
  }

  @Test(arguments: [("en", "path: string, the file"), ("zh", "path：字符串")])
  func aCallSaysWhatItWants(_ lang: String, _ words: String) throws {
    let terminal = try opened(columns: 160, lang: lang)
    try terminal.write("data.csv(")
    #expect(terminal.wait(for: words).contains(words))
    try terminal.press("C-c")
    #expect(!terminal.waitForPrompt().contains(words))
  }

  @Test(arguments: [("en", "Tab takes: print(\"温，度\", 1)"), ("zh", "按 Tab 改为：print(\"温，度\", 1)")])
  func fullWidthCharactersAreMendedWithTab(_ lang: String, _ words: String) throws {
    let terminal = try opened(lang: lang)
    try terminal.write("print（“温，度”， 1）")
    #expect(terminal.wait(for: words).contains(words))
    try terminal.press("Tab")
    _ = terminal.wait(for: "> print(\"温，度\", 1)")
    try terminal.press("Enter")
    #expect(terminal.wait(for: "\n温，度  1").contains("\n温，度  1"))
  }

  @Test func theRemedyOfAFaultIsTakenWithTab() throws {
    let terminal = try opened()
    try terminal.type("print（6 * 7）")
    #expect(terminal.wait(for: "try: print(6 * 7)").contains("full-width （ ） outside a string"))
    try terminal.press("Tab")
    try terminal.press("Enter")
    #expect(terminal.wait(for: "\n42").contains("\n42"))
  }

  @Test func chineseFieldsCanBeTypedPlainly() throws {
    let terminal = try opened()
    try terminal.type("t = data.table { 温度 = {20.5, 21}, 站 = {\"R1\", \"R2\"} }")
    try terminal.type("t.温度:max()")
    #expect(terminal.wait(for: "\n21").contains("\n21"))
    try terminal.write("t:filter \"温")
    try terminal.press("Tab")
    try terminal.type(" > 20.9\"")
    #expect(terminal.wait(for: "1 row").contains("1 row"))
    try terminal.type("温度 = 3")
    #expect(terminal.wait(for: "cannot name a variable").contains("t.温度"))
  }

  @Test func tabListsAndThenGoesThroughTheWords() throws {
    let terminal = try opened()
    try terminal.write("string.b")
    try terminal.press("Tab")
    #expect(terminal.wait(for: "> string.byte").contains("> string.byte"))
    try terminal.press("C-c")
    try terminal.write("string.re")
    try terminal.press("Tab")
    #expect(terminal.wait(for: "rep      reverse").contains("rep      reverse"))
    try terminal.press("Tab")
    #expect(terminal.wait(for: "> string.rep\n").contains("> string.rep\n"))
    try terminal.press("Tab")
    _ = terminal.wait(for: "> string.reverse")
    try terminal.press("BTab")
    _ = terminal.wait(for: "> string.rep\n")
    try terminal.type("('ab', 2)")
    #expect(terminal.wait(for: "\nabab").contains("\nabab"))
    #expect(!terminal.screen.contains("rep      reverse"))
  }

  @Test(arguments: [("en", " more"), ("zh", "还有 ")])
  func aLongListIsCutToTheWindow(_ lang: String, _ words: String) throws {
    let terminal = try opened(columns: 40, rows: 12, lang: lang)
    try terminal.press("Tab")
    let screen = terminal.wait(for: words)
    #expect(screen.contains(words))
    #expect(screen.contains("\n>\n"))
  }

  @Test(arguments: [("en", "search: 温"), ("zh", "搜索：温")])
  func ctrlRFindsEarlierEntries(_ lang: String, _ words: String) throws {
    let terminal = try opened(lang: lang)
    for entry in ["a = '温度'", "b = 1", "c = '温度' .. 2", "d = 4"] { try terminal.type(entry) }
    _ = terminal.wait(for: "> d = 4")
    try terminal.press("C-r")
    try terminal.write("温")
    #expect(terminal.wait(for: words).contains("> c = '温度' .. 2\n" + words))
    try terminal.press("C-r")
    _ = terminal.wait(for: "> a = '温度'\n" + words)
    try terminal.press("End")
    try terminal.type(" print(a, 'found')")
    #expect(terminal.wait(for: "温度    found").contains("温度    found"))
  }

  @Test func aBlockIsIndentedAndItsEndMovesOut() throws {
    let terminal = try opened()
    try terminal.type("for k = 1, 2 do")
    try terminal.type("if k > 1 then")
    try terminal.type("print('k is', k)")
    try terminal.type("end")
    try terminal.write("end")
    let block = "> for k = 1, 2 do\n:   if k > 1 then\n:     print('k is', k)\n:   end\n: end"
    #expect(terminal.wait(for: block).contains(block))
    try terminal.press("Enter")
    #expect(terminal.wait(for: "k is    2").contains("k is    2"))
  }

  @Test func aRecalledBlockIsEditedInItsMiddle() throws {
    let terminal = try opened()
    for line in ["for k = 1, 2 do", "print('温', k)", "end"] { try terminal.type(line) }
    _ = terminal.wait(for: "温      2")
    for key in ["Up", "Up", "End", "BSpace"] { try terminal.press(key) }
    try terminal.write(", 'again')")
    for key in ["Home", "Up", "End", "Down", "Down", "Enter"] { try terminal.press(key) }
    #expect(terminal.wait(for: "温      2       again").contains("温      1       again"))
  }

  @Test func anEmptyLineEndsWhatCannotBeFinished() throws {
    let terminal = try opened()
    try terminal.type("if x then print(1) en")
    try terminal.type("")
    #expect(terminal.wait(for: "at the end").contains("at the end"))
    try terminal.type("s = 'abc")
    #expect(terminal.wait(for: "unfinished string").contains("unfinished string"))
    try terminal.type("6 * 7")
    #expect(terminal.wait(for: "\n42").contains("\n42"))
  }

  @Test func fourHundredPastedLinesAreOneEntry() throws {
    let terminal = try opened()
    let lines = (1...400).map { "t\($0) = \"轧机温度 \($0)\" -- 第 \($0) 行" }
    try terminal.paste(lines.joined(separator: "\n") + "\nprint(t1, t400)")
    #expect(terminal.wait(for: "print(t1, t400)").contains("第 400 行"))
    #expect(!terminal.screen.contains("轧机温度 1\t"))
    try terminal.press("Up")
    try terminal.press("Down")
    try terminal.press("Enter")
    #expect(terminal.wait(for: "轧机温度 1      轧机温度 400").contains("轧机温度 1      轧机温度 400"))
  }

  @Test func aPastedTranscriptRunsEntryByEntry() throws {
    let terminal = try opened()
    try terminal.paste("> x = 20\n> for k = 1, 2 do\n:   x = x + k\n: end\n> x * 2\n46\n")
    _ = terminal.wait(for: "> x = 20")
    try terminal.press("Enter")
    #expect(terminal.wait(for: ":   x = x + k").contains("1 more pasted"))
    try terminal.press("Enter")
    _ = terminal.wait(for: "> x * 2")
    try terminal.press("Enter")
    #expect(terminal.wait(for: "\n46").contains("\n46"))
  }

  @Test func thirtyColumnsWrapWideCharacters() throws {
    let terminal = try opened(columns: 30, rows: 12)
    try terminal.write("s = '轧机温度压力流量速度张力辊缝厚度板形' print(#s)")
    _ = terminal.wait(for: "print(#s)")
    try terminal.press("Home")
    try terminal.write("local ")
    try terminal.press("Enter")
    #expect(terminal.wait(for: "\n54").contains("\n54"))
  }

  @Test func anOpenEntryFollowsTheWindow() throws {
    let terminal = try opened(columns: 60, rows: 20)
    try terminal.type("for k = 1, 2 do")
    try terminal.write("print('a line that is longer than thirty columns', k)")
    _ = terminal.wait(for: "columns', k)")
    for columns in [30, 45, 100, 25, 70] {
      try terminal.resize(columns: columns, rows: 20)
      let screen = terminal.wait { screen in
        screen.components(separatedBy: "> for k").count == 2
          && screen.filter { !$0.isWhitespace }.contains("thirtycolumns',k)")
      }
      #expect(screen.components(separatedBy: "> for k").count == 2, "\(columns)\n\(screen)")
      #expect(screen.components(separatedBy: "print('a").count == 2, "\(columns)\n\(screen)")
    }
    try terminal.press("Enter")
    try terminal.type("end")
    #expect(terminal.wait(for: "columns       2").contains("columns       1"))
  }

  @Test func aDumbTerminalGetsPlainLines() throws {
    let terminal = try opened(environment: ["TERM": "dumb"])
    try terminal.type("for k = 1, 2 do")
    _ = terminal.wait(for: "\n:")
    try terminal.type("print('k', k) end")
    #expect(terminal.wait(for: "k       2").contains("k       2"))
    try terminal.type("if x then print(1) en")
    try terminal.type("")
    #expect(terminal.wait(for: "at the end").contains("at the end"))
  }

  @Test func keysWithoutAUseTypeNothing() throws {
    let terminal = try opened()
    for key in ["F1", "F5", "F12", "IC", "S-Up", "C-Up", "C-Down", "M-x", "S-F3", "M-Up"] {
      try terminal.press(key)
    }
    try terminal.write("x = 'word")
    _ = terminal.wait(for: "> x = 'word")
    try terminal.write(" one'")
    _ = terminal.wait(for: "one'")
    try terminal.press("C-_")
    #expect(terminal.wait(for: "> x = 'word\n").contains("> x = 'word\n"))
  }

  @Test func ctrlLClearsTheScreenAndKeepsTheEntry() throws {
    let terminal = try opened()
    try terminal.write("x = 1")
    try terminal.press("C-l")
    #expect(terminal.wait { $0.hasPrefix("> x = 1") }.hasPrefix("> x = 1"))
  }

  @Test func outputWithoutALineBreakKeepsItsLine() throws {
    let terminal = try opened()
    try terminal.type("io.write('half')")
    #expect(terminal.wait(for: "half\n>").contains("half\n>"))
  }
}
