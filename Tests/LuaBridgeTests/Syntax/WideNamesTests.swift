import LuaBridge
import Report
import Testing

/// Names with letters beyond ASCII, which Lua itself refuses.
@Suite struct WideNamesTests {
  let lua = Interpreter()

  func values(_ source: String) throws -> String {
    try lua.evaluate(source, name: "entry").map { $0.text(on: Surface()) }.joined(separator: " ")
  }

  func fault(_ source: String) -> String {
    do {
      return try values(source)
    } catch { return (error as? Fault)?.in(.en) ?? "\(error)" }
  }

  @Test(
    arguments: [
      ("t = { 温度 = 3, 压力_1 = 4; 流量2 = 5 } return t.温度 + t.压力_1 + t.流量2", "12"),
      ("t = { 温度 = { 上限 = 7 } } return t.温度.上限", "7"), ("t = {} t.温度 = 2 return t['温度']", "2"),
      ("t = {} function t.加(a, b) return a + b end return t.加(1, 2)", "3"),
      ("t = { n = 4 } function t:倍(k) return self.n * k end return t:倍(3)", "12"),
      ("t = { n = 4 } function t:取() return self.n end return t:取()", "4"),
      ("t = { s = {} } function t.s:名(x) return x end return t.s:名 'R1'", "R1"),
      ("t = {} function t:表(x) return x[1] end return t:表 { 9 }", "9"),
      ("t = { 组 = {} } function t.组:get(x) return x end return t.组:get(5)", "5"),
      ("return ('温度'):len() -- 温度", "6"), ("été = 1", nil), ("t = { 'a', é = 2 } return t.é", "2"),
    ] as [(String, String?)])
  func fieldsWithChineseNamesWork(_ source: String, _ wanted: String?) {
    if let wanted { #expect(fault(source) == wanted) } else { #expect(fault(source).contains("cannot name")) }
  }

  @Test(arguments: [
    "温度 = 25", "local 温度 = 25", "x = 温度 + 1", "for 行 = 1, 2 do end", "f(温度)", "function 加() end",
    "goto 尾", "t = { 温度 }", "f():温度()",
  ])
  func aVariableIsToldWhatToDo(_ source: String) {
    let words = fault(source)
    #expect(words.contains("cannot name a variable") && words.contains("t."), "\(words)")
  }

  @Test func faultsKeepTheirLineAndTheirNames() {
    #expect(fault("t = { 温度 = 1 }\nx = t.温度\ny = )").hasPrefix("line 3: unexpected symbol near ')'"))
    #expect(fault("t = {}\nreturn t.温度.上限") == "line 2: 温度 is nil and has no fields")
    #expect(fault("t = {} function t.组.x() end").hasPrefix("组 is nil"))
    #expect(fault("x = 3 t .温度 'a' = 1").contains("温度") || fault("x = 3 t .温度 'a' = 1").contains("="))
    #expect(fault("f(.温度)").contains(".温度") || fault("f(.温度)").contains("'['"))
  }

  @Test func anUnfinishedEntryIsUnfinishedWithChineseNamesToo() {
    #expect(lua.completeness(of: "t = { 温度 = 1,") == .incomplete)
    #expect(lua.completeness(of: "t = { 温度") == .incomplete)
    #expect(lua.completeness(of: "function t.加(a)") == .incomplete)
    #expect(lua.completeness(of: "return t.温度") == .complete)
  }
}
