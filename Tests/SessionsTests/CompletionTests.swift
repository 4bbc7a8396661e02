import LuaBridge
import Report
import Sessions
import Testing

@Suite struct CompletionTests {
  let session = Session(modules: [.sessionSpecimens])

  func names(_ source: String, cursor: Int? = nil) -> [String] {
    session.complete(source, cursor: cursor).items.map(\.name)
  }

  @Test(
    arguments: [
      ("pri", ["print"]), ("whi", ["while"]), ("string.form", ["format"]), ("plants.o", ["open"]),
      ("plants.open { w", ["width", "warn", "while"]), ("plants.open('a', { w", ["width", "warn", "while"]),
      ("plants.open { warn = true, wi", ["width"]), ("plants.open { how = \"fa", ["fast"]),
      ("local apple = 1; appl", ["apple"]), ("-- pri", []), ("x = 12", []), ("table.conc", ["concat"]),
      ("plants.open { width = ", nil), ("plants.open { how = f", ["\"fast\"", "false", "for", "function"]),
      ("plants.open { width = 2, warn = ", nil), ("plants.open(\"x\"):wa", ["water"]),
      ("require 'no_such_", []),
      ("plants.open 'x':water { sl", ["slowly"]), ("plants.open \"nowhere_", []), ("[[ pri", []),
      ("x = \"a\nwhi", ["while"]),
    ] as [(String, [String]?)])
  func theNamesThatFitAreFound(_ source: String, _ wanted: [String]?) {
    if let wanted { #expect(names(source) == wanted) } else { #expect(!names(source).contains("width")) }
  }

  @Test func methodsAndDataOfAnObjectAreFound() {
    _ = session.evaluate("p = plants.open 'x'")
    #expect(names("p:") == ["water"])
    #expect(names("p.") == ["height", "leaf", "water"])
    #expect(names("p:water { sl") == ["slowly"])
  }

  @Test func tablesBehindATableAreLookedInto() {
    _ = session.evaluate(
      "Base = { size = 1, grow = print }; Base.__index = Base; kid = setmetatable({ own = { x = 1 } }, Base); s = 'text'"
    )
    #expect(names("kid.") == ["grow", "own", "size"])
    #expect(names("kid:gr") == ["grow"])
    #expect(names("kid.own.") == ["x"])
    #expect(names("s:rep") == ["rep"])
  }

  @Test func aLargeTableOfDataHoldsNobodyUp() {
    _ = session.evaluate("list = { name = 1 } for k = 1, 1e6 do list[k] = k end")
    _ = session.evaluate("map = {} for k = 1, 3e5 do map['key' .. k] = k end")
    #expect(names("list.") == ["name"])
    #expect(!names("map.key").isEmpty)
    #expect(ContinuousClock().measure { _ = names("list.") + names("map.key") } < .milliseconds(20))
  }

  @Test func valuesOfAnOptionComeFirst() {
    #expect(names("plants.open { how = ").prefix(2) == ["\"fast\"", "\"small\""])
    #expect(names("plants.open { warn = ").prefix(2) == ["true", "false"])
    #expect(names("plants.open { how = fa").first == "\"fast\"")
  }

  @Test func whatIsGivenAlreadyIsNotOfferedAgain() {
    #expect(names("plants.open { width = 2, w") == ["warn", "while"])
  }

  @Test func anOptionAndAQuotedWordBringTheirEnding() {
    #expect(session.complete("plants.open { wid").items == [LuaName("width", .option, ending: " = ")])
    #expect(session.complete("plants.open { how = 'fa").items == [LuaName("fast", .choice, ending: "'")])
  }

  @Test func aHintSaysWhatIsWantedHere() {
    let hint = { (source: String) in self.session.hint(source, cursor: source.unicodeScalars.count) }
    let signature = "plants.open(name, { width = 1, warn = false, how = \"fast\" })"
    #expect(hint("plants.open(") == "plants.open(name, { … }) · name: string, its name")
    #expect(hint("plants.open \"") == "plants.open(name, { … }) · name: string, its name")
    #expect(hint("plants.open('x', { ") == signature)
    #expect(hint("plants.open { width = ") == "width: number, how wide (mm) [0 .. 10, default 1]")
    #expect(hint("plants.open('x', { how") == "how: one of \"fast\", \"small\", which way [default \"fast\"]")
    #expect(hint("plants.open('x')") == nil)
    #expect(hint("unknown(") == nil)
    #expect(hint("print（1）") == "full-width （ ） outside a string · Tab takes: print(1)")
  }

  @Test func nothingIsRun() {
    _ = session.evaluate("ran = false; t = setmetatable({}, {__index = function() ran = true end})")
    for source in ["t.a.b", "t.", "t[\"", "t:", "t.a(", "f(t.x, { ", "t.a 'x':", "#t.a."] {
      _ = names(source)
    }
    _ = session.hint("t.a(t.b, \"", cursor: 10)
    #expect(session.evaluate("ran").text(on: session.surface) == "false")
  }

  @Test func theRangeCoversTheTypedPart() {
    #expect(session.complete("x = '温度', pri", cursor: 13).range == 10..<13)
    #expect(names("pri(1)", cursor: 3) == ["print"])
  }

  @Test func helpIsInTheLanguageInForce() {
    let page = session.explain("plants.open")
    #expect(
      page == """
        plants.open(name, { width = 1, warn = false, how = "fast" })
          opens a plant
          name   string                  its name [required]
          width  number                  how wide (mm) [0 .. 10, default 1]
          warn   boolean                 whether to warn [default false]
          how    one of "fast", "small"  which way [default "fast"]
        returns a plant
        example
          plants.open "x"
        """)
    #expect(session.explain("plants.closed") == nil)
    #expect(session.explain("plant")?.contains("plant:water") == true)
  }
}

private final class Plant: LuaClass {
  static let luaName = "plant"
}

private enum Way: String, CaseIterable, LuaChoice { case fast, small }

private func both(_ words: String) -> Text { Text(words) }

extension Module {
  fileprivate static var sessionSpecimens: Module {
    Module("plants", both("plants")) {
      Function(
        "plants.open", both("opens a plant"), .required("name", String.self, both("its name")),
        .option("width", Double.self, both("how wide"), default: 1, unit: "mm", in: 0...10),
        .option("warn", Bool.self, both("whether to warn"), default: false),
        .option("how", Way.self, both("which way"), default: .fast), returns: both("a plant"),
        example: #"plants.open "x""#
      ) { _, _, _, _ in Plant() }
      ObjectType(Plant.self, both("grows"))
      Method(
        of: Plant.self, "water", both("waters"), .option("slowly", Bool.self, both("slowly"), default: true),
        returns: both("litres"), example: "p:water()"
      ) { _, slowly in slowly ? 1 : 2 }
      Property(of: Plant.self, "height", both("in cm"), example: "p.height") { _ in 12 }
      DynamicFields(of: Plant.self, both("parts"), example: "p.leaf", names: { _ in ["leaf"] }) {
        (_: Plant, key: LuaKey) -> Int? in key == .string("leaf") ? 1 : nil
      }
    }
  }
}
