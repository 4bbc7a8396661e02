import LuaBridge
import Report
import Testing

/// Forms of other languages: the fault says how it is written here, and the corrected line runs.
@Suite struct HabitTests {
  static let corrected: [(String, String)] = [
    ("n += 1", "n = n + 1"), ("t.a -= 2", "t.a = t.a - 2"), ("n++", "n = n + 1"),
    ("if n != 5 then print(n) end", "if n ~= 5 then print(n) end"),
    ("if n <> 5 then print(n) end", "if n ~= 5 then print(n) end"),
    ("if n = 5 then print(n) end", "if n == 5 then print(n) end"),
    ("if n > 1 && n < 9 then print(n) end", "if n > 1 and n < 9 then print(n) end"),
    ("if n > 1||n < 9 then print(n) end", "if n > 1 or n < 9 then print(n) end"),
    ("if !n then print(n) end", "if not n then print(n) end"),
    ("y = n > 3 ? 'a' : 'b'", "y = n > 3 and 'a' or 'b'"),
    ("for i in range(10): print(i)", "for i = 1, 10 do print(i) end"),
    ("for i in range(2, 10): print(i)", "for i = 2, 10 - 1 do print(i) end"),
    ("for i = 1 to 10 do print(i) end", "for i = 1, 10 do print(i) end"),
    ("def f(a): return a", "function f(a) return a end"), ("var y = 5", "local y = 5"),
    ("while true: n = n - 1", "while true do n = n - 1 end"), ("print n + 1", "print(n + 1)"),
    ("y = [1, 2]", "y = {1, 2}"), ("y = {'a': 1, b: 2}", "y = {['a'] = 1, b = 2}"), ("// note", "-- note"),
    ("if n > 3 print(n) end", "if n > 3 then print(n) end"),
    ("print(n))", "print(n)"), ("y = \"abc", "y = \"abc\""), ("print('abc)", "print('abc')"), ("t:a", "t.a"),
    (
      "if n then print(1) else if n == 2 then print(2) end",
      "if n then print(1) elseif n == 2 then print(2) end"
    ),
  ]

  @Test(arguments: corrected)
  func theCorrectedLineIsOffered(_ typed: String, _ corrected: String) throws {
    let lua = Interpreter()
    lua.output = { _ in }
    _ = try lua.evaluate("n = 3 t = { a = 1 }", name: "given")
    let fault = #expect(throws: Fault.self) { try lua.evaluate(typed, name: "entry") }
    #expect(fault?.remedy?.replacing("  ", with: " ") == corrected)
    if !corrected.hasPrefix("while true") { _ = try lua.evaluate(corrected, name: "entry") }
  }

  @Test func goodLuaIsLeftAlone() throws {
    let lua = Interpreter()
    for entry in [
      "a = 7 // 2", "b = #'x'", "c = {[1] = 2, ['x'] = 3}",
      "if a == 3 then b = 1 else if b then c = 2 end end",
      "d = a > 1 and a ~= 2 or not b", "None_ = 1", "x = { True = 1 }",
    ] { _ = try lua.evaluate(entry, name: "entry") }
  }

  @Test func anUnfinishedEntryGoesOnUnlessMoreLinesCannotMendIt() {
    let lua = Interpreter()
    #expect(lua.completeness(of: "for i = 1, 10 do") == .incomplete)
    #expect(lua.completeness(of: "x = {") == .incomplete)
    #expect(lua.completeness(of: "if x then y = 1 else if z then y = 2 end") == .incomplete)
    for wrong in ["for i in range(10):", "if a != 1 then", "if a && b then", "def f(a):", "t:speed"] {
      guard case .invalid = lua.completeness(of: wrong) else {
        Issue.record("\(wrong) is taken for unfinished")
        continue
      }
    }
  }

  @Test func constantsOfOtherLanguagesAreFaultsUnlessTheyAreSet() throws {
    let lua = Interpreter()
    #expect(throws: Fault.self) { try lua.evaluate("ok = True", name: "entry") }
    _ = try lua.evaluate("None = 0", name: "entry")
    _ = try lua.evaluate("ok = None", name: "entry")
  }

  @Test func namesWithoutAValueAreRemarkedOnlyWhenOneComesNear() throws {
    let lua = Interpreter()
    lua.output = { _ in }
    _ = try lua.evaluate("units = 3", name: "given")
    #expect(lua.nilName(in: "print(untis)")?.in(.en) == "untis is nil · did you mean units?")
    for meant in [
      "untis == nil", "untis = 4", "if untis then print(1) end", "x = untis or 3", "local untis = 1",
      "qqqqqq",
    ] {
      #expect(lua.nilName(in: meant) == nil, "\(meant)")
    }
  }

  /// Words in any order: never more than a fault.
  @Test func noOrderOfWordsBreaksIt() {
    let words =
      HabitTests.corrected.flatMap { $0.0.split(separator: " ").map(String.init) }
      + [
        "(", ")", "[", "]", "{", "}", ":", "?", "\"", "'", "--", "[[", "]]", "轧机", "\n", "=", "in", "range",
        "lambda", "import",
      ]
    let lua = Interpreter()
    var state: UInt64 = 7
    func next(_ count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % count
    }
    for _ in 0..<3_000 {
      let entry = (0...next(9)).map { _ in words[next(words.count)] }.joined(
        separator: next(4) == 0 ? "" : " ")
      _ = lua.completeness(of: entry)
      _ = lua.nilName(in: entry)
    }
  }
}
