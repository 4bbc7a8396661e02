import Foundation
import Testing

/// The prompt in a real terminal.
@Suite(.serialized) struct PromptTests {
  @Test func answersAndShowsValues() throws {
    let scratch = try Scratch()
    let terminal = try Terminal(in: scratch.url, arguments: "--lang en")
    #expect(terminal.wait(for: "? for help").contains("plantsh 0.1"))
    try terminal.type("6 * 7")
    #expect(terminal.wait(for: "42").contains("\n42"))
    try terminal.type("data.table { [\"温度\"] = { 20.5, 21 }, tag = { \"R1\", \"R2\" } }")
    #expect(terminal.wait(for: "2 rows").contains("温度"))
  }

  @Test func speaksChineseWhereTheLocaleDoes() throws {
    let scratch = try Scratch()
    let terminal = try Terminal(in: scratch.url, environment: ["LANG": "zh_CN.UTF-8"])
    #expect(terminal.wait(for: "帮助").contains("plantsh 0.1"))
  }

  @Test func takesChineseWithoutALocale() throws {
    let scratch = try Scratch()
    let terminal = try Terminal(in: scratch.url, environment: ["LANG": "C", "LC_ALL": "C"])
    terminal.waitForPrompt()
    try terminal.type("s = \"轧机\" print(#s, s)")
    #expect(terminal.wait(for: "6       轧机").contains("6       轧机"))
  }

  @Test func anIncompleteEntryContinuesAsOneBlock() throws {
    let scratch = try Scratch()
    let terminal = try Terminal(in: scratch.url)
    terminal.waitForPrompt()
    try terminal.type("for i = 1, 2 do")
    try terminal.type("  print('line', i)")
    try terminal.type("end")
    #expect(terminal.wait(for: "2\n").contains("line"))
    try terminal.press("Up")
    #expect(terminal.wait { $0.components(separatedBy: "for i = 1, 2 do").count == 3 }.contains("for i"))
  }

  @Test func pastedLinesAreOneEntry() throws {
    let scratch = try Scratch()
    let terminal = try Terminal(in: scratch.url)
    terminal.waitForPrompt()
    try terminal.paste("a = 1\nb = a + 1\nprint('sum', a + b)")
    _ = terminal.wait(for: "a + b")
    #expect(!terminal.screen.contains("sum     3"))
    try terminal.press("Enter")
    #expect(terminal.wait(for: "sum     3").contains("sum     3"))
  }

  @Test func ctrlCComesBackToALivePromptWithValuesIntact() throws {
    let scratch = try Scratch()
    let terminal = try Terminal(in: scratch.url, arguments: "--lang en")
    terminal.waitForPrompt()
    try terminal.type("kept = 17")
    try terminal.type("while true do pcall(function() while true do end end) end")
    usleep(300_000)
    try terminal.press("C-c")
    #expect(terminal.wait(for: "interrupted").contains("interrupted"))
    try terminal.type("kept + 1")
    #expect(terminal.wait(for: "\n18").contains("18"))
    try terminal.write("half an ent")
    _ = terminal.wait(for: "half an ent")
    try terminal.press("C-c")
    try terminal.type("kept + 2")
    #expect(terminal.wait(for: "\n19").contains("19"))
  }

  @Test func ctrlDLeaves() throws {
    let scratch = try Scratch()
    let terminal = try Terminal(in: scratch.url)
    terminal.waitForPrompt()
    try terminal.press("C-d")
    #expect(terminal.wait { !$0.contains(">") }.contains(">") == false)
  }

  @Test func fortyColumnsAreEnough() throws {
    let scratch = try Scratch()
    let terminal = try Terminal(columns: 40, rows: 20, in: scratch.url, arguments: "--lang en")
    terminal.waitForPrompt()
    try terminal.type("data.table { a = {1}, b = {2}, c = {3}, long_column_name = {4}, another_one = {5} }")
    let screen = terminal.wait(for: "1 row")
    #expect(screen.contains("1 row"))
    #expect(screen.split(separator: "\n").allSatisfy { $0.count <= 40 })
  }

  @Test func completionFinishesWords() throws {
    let scratch = try Scratch()
    let terminal = try Terminal(in: scratch.url, arguments: "--lang en")
    terminal.waitForPrompt()
    try terminal.press("p")
    try terminal.press("i")
    try terminal.press("p")
    try terminal.press("Tab")
    #expect(terminal.wait(for: "pipeline").contains("> pipeline"))
  }

  @Test func aPipelineCanBeTypedLineByLine() throws {
    let scratch = try Scratch()
    let terminal = try Terminal(in: scratch.url, arguments: "--lang en")
    terminal.waitForPrompt()
    try terminal.type("p = pipeline 'line 3'")
    try terminal.type(":filter 'x > 1'")
    try terminal.type(":sort 'x'")
    try terminal.type("p")
    #expect(terminal.wait(for: ":sort").contains(":filter"))
  }

  @Test func anotherWindowSizeIsFollowed() throws {
    let scratch = try Scratch()
    let terminal = try Terminal(columns: 40, rows: 20, in: scratch.url, arguments: "--lang en")
    terminal.waitForPrompt()
    try terminal.resize(columns: 100, rows: 30)
    try terminal.type(
      "data.table { alpha_long_name = {1}, beta_long_name = {2}, gamma_long_name = {3}, delta_name = {4} }")
    #expect(terminal.wait(for: "1 row").contains("delta_name"))
  }

  @Test func quitLeaves() throws {
    let scratch = try Scratch()
    let terminal = try Terminal(in: scratch.url)
    terminal.waitForPrompt()
    try terminal.type("quit")
    #expect(terminal.wait { !$0.contains(">") }.contains(">") == false)
  }
}
