import LuaBridge
import Report
import Sessions
import Testing

@Suite struct SessionTests {
  let session = Session(modules: [])

  func show(_ source: String) -> String {
    let outcome = session.evaluate(source)
    return outcome.fault?.in(.en) ?? outcome.text(on: session.surface)
  }

  @Test(arguments: [
    ("1 + 1", "2"), ("10 / 2", "5.0"), ("'text'", "text"), ("nil", ""), ("1, 'a'", "1\ta"),
    ("{1, 2, name = 'R1', ['温度'] = 3}", #"{1, 2, name = "R1", ["温度"] = 3}"#), ("x = 5", ""), ("{}", "{}"),
    ("{ { 1 } }", "{{1}}"), ("print", "function"),
  ])
  func valuesShowThemselves(_ source: String, _ shown: String) { #expect(show(source) == shown) }

  @Test func aTableThatHoldsItselfIsShown() {
    #expect(show("t = {}; t.t = t") == "")
    #expect(show("t") == "{t = {…}}")
  }

  @Test func aLongTableIsCut() {
    session.surface = Surface(columns: 40, rows: 10)
    let shown = show("(function() local t = {} for i = 1, 5000 do t['k' .. i] = i end return t end)()")
    #expect(shown.split(separator: "\n").count == 9)
    #expect(shown.contains("… 4,994"))
  }

  @Test(arguments: [
    "local x = 1", "local x <const>, y = 1, 2", "local function x() return 1 end", "local x = 1 -- why",
    "do local y = 2 end local x = 1", "local x = 1; return 3",
  ])
  func localsStayForTheSession(_ entry: String) {
    #expect(session.evaluate(entry).fault == nil)
    #expect(show("x ~= nil") == "true")
  }

  @Test func innerLocalsDoNotStay() {
    _ = session.evaluate("do local inner = 1 end for k = 1, 2 do local other = k end")
    #expect(show("inner == nil and other == nil and k == nil") == "true")
  }

  @Test func underscoreIsTheLastValue() {
    _ = session.evaluate("6 * 7")
    _ = session.evaluate("y = 3")
    #expect(show("_") == "42")
  }

  @Test func printedTextComesAsItIsPrinted() {
    var printed = ""
    session.output = { printed += $0 }
    _ = session.evaluate("print(1, 'a', nil) io.write('b', 2)")
    #expect(printed == "1\ta\tnil\nb2")
  }

  @Test(arguments: [
    ("1 +", Completeness.incomplete), ("for k = 1, 2 do", .incomplete), ("x = 'abc", nil),
    ("1 + 1", .complete),
    ("x = )", nil), ("[[ long", .incomplete), ("f(", .incomplete), ("local function f()", .incomplete),
  ])
  func unfinishedEntriesAreToldFromWrongOnes(_ source: String, _ wanted: Completeness?) {
    let found = session.isComplete(source)
    if let wanted {
      #expect(found == wanted)
    } else if case .invalid = found {
      return
    } else {
      Issue.record("\(source) is \(found)")
    }
  }

  @Test(arguments: [
    ("x = )", "unexpected symbol near ')'\n  x = )\n      ^"),
    ("print（1）", "full-width （ ） outside a string\n  try: print(1)"),
    ("untis()", "untis is nil and cannot be called"),
    ("pritn(1)", "pritn is nil · did you mean print?"),
    ("string.formt('x')", "formt is nil · did you mean string.format?"),
    ("1 < 'a'", "cannot compare number with string"),
    ("('x'):rep(1, 2, 3, {}) + {}", "cannot calculate with a string and a table"),
    ("error 'my own words'", "my own words"),
    ("(function f() end)()", "'(' expected near 'f'\n  (function f() end)()\n            ^"),
  ])
  func faultsAreInOurWords(_ source: String, _ wanted: String) { #expect(show(source) == wanted) }

  @Test func aFaultOfAScriptNamesItsLine() {
    let outcome = session.run(script: "\nlocal x\nx.y = 1", file: "line3.lua")
    #expect(outcome.fault?.place == Place(file: "line3.lua", line: 3))
    #expect(outcome.fault?.in(.en) == "line3.lua line 3: x is nil and has no fields")
  }

  @Test func aScriptFindsItsArguments() {
    let outcome = session.run(
      script: "a, b = arg[0], arg[1] assert(... == 'one')", file: "s.lua", arguments: ["one"])
    #expect(outcome.fault == nil)
    #expect(show("a, b") == "s.lua\tone")
  }

  @Test func aParameterThatTheScriptNeverAsksForIsAFault() {
    let outcome = session.run(script: "param { 'epochs' }", file: "s.lua", arguments: ["epoch=3"])
    #expect(outcome.fault?.in(.en) == "the script has no parameter 'epoch' · did you mean epochs?")
  }
}
