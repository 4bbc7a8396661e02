import LuaBridge
import Report
import Testing

/// The guard against full-width characters outside strings.
@Suite struct RepairTests {
  @Test(
    arguments: [
      ("print（1）", "print(1)"), ("x=“abc”", "x=\"abc\""), ("local a，b＝1，2", "local a,b=1,2"),
      ("f（“温度，压力”，‘x’）", "f(\"温度，压力\",\"x\")"), ("t【1】", "t[1]"), ("t。x", "t.x"), ("a；b", "a;b"),
      ("x　=　1", "x = 1"), ("x ＝＝ ２５．５", "x == 25.5"), ("ｐｒｉｎｔ(x)", "print(x)"),
      ("a ！= b", "a ~= b"), ("a ！＝ b", "a ~= b"), ("if ！a then", "if not a then"), ("a ～＝ b", "a ~= b"),
      ("f(……)", "f(...)"), ("a＋b－c＊d／e", "a+b-c*d/e"), ("a＜b and c＞d", "a<b and c>d"), ("｛ 1、2 ｝", "{ 1,2 }"),
      ("print(\"abc”)", "print(\"abc\")"), ("print(“abc\")", "print(\"abc\")"), ("x = ‘it’", "x = \"it\""),
      ("a ≤ b × 2", "a <= b * 2"), ("a\u{A0}= 1", "a = 1"), ("x\u{200B} = 1", "x = 1"),
      ("？data.csv", "?data.csv"),
      ("x = “say \"hi\"”", "x = 'say \"hi\"'"), ("t：filter “x > 1”", "t:filter \"x > 1\""),
      ("x = 1 -- （注）", nil), ("print('（')", nil), ("x = [[“]]", nil), ("x = 5℃", nil), ("温度 = 1", nil),
      ("x = 'abc", nil), ("-- “\nx = 1", nil),
    ] as [(String, String?)])
  func theLineIsMended(_ typed: String, _ wanted: String?) { #expect(LuaRepair.repaired(typed) == wanted) }

  @Test func theFaultNamesTheCharactersAndOffersTheLine() throws {
    let fault = try #require(LuaRepair.complaint(about: "print（“a”，1）"))
    #expect(fault.in(.en) == "full-width （ “ ” ， ） outside a string\n  try: print(\"a\",1)")
    #expect(fault.in(.zh) == "字符串之外有全角符号 （ “ ” ， ）\n  试试：print(\"a\",1)")
    let invisible = try #require(LuaRepair.complaint(about: "x　= 1"))
    #expect(invisible.what.en == "full-width U+3000 outside a string")
    #expect(LuaRepair.complaint(about: "x = '（'") == nil)
  }

  @Test func ofSeveralLinesTheWrongOneIsOffered() throws {
    let lua = Interpreter()
    let wrong = "for i = 1, 2 do\n  print（i）\nend"
    let fault = #expect(throws: Fault.self) { try lua.evaluate(wrong, name: "entry") }
    #expect(fault?.in(.en) == "line 2: full-width （ ） outside a string\n  try: print(i)")
    #expect(LuaRepair.repaired(wrong) == "for i = 1, 2 do\n  print(i)\nend")
  }

  @Test func whatIsNoLuaAtAllIsNamed() {
    let fault = #expect(throws: Fault.self) { try Interpreter().evaluate("x = 5℃", name: "entry") }
    #expect(fault?.in(.en) == "℃ outside a string is no Lua")
  }

  @Test func anEntryWithFullWidthBracketsDoesNotContinue() {
    let completeness = Interpreter().completeness(of: "print（1")
    guard case .invalid = completeness else {
      Issue.record("\(completeness)")
      return
    }
  }
}
