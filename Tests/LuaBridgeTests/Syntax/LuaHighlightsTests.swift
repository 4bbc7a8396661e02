import LuaBridge
import Testing

@Suite struct LuaHighlightsTests {
  func parts(_ source: String) -> [String] {
    let scalars = Array(source.unicodeScalars)
    let known: Set<String> = ["data.csv", ":filter", "print"]
    return luaHighlights(source) { known.contains($0) }.map { highlight in
      "\(highlight.kind) " + String(String.UnicodeScalarView(scalars[highlight.range]))
    }
  }

  @Test func wordsHaveTheirKinds() {
    #expect(parts("local x = 12 -- 温度") == ["keyword local", "number 12", "comment -- 温度"])
    #expect(parts("data.csv '温度'") == ["function csv", "string '温度'"])
    #expect(parts("t:filter(x)") == ["function filter"])
    #expect(parts("print（1") == ["function print", "wrong （", "number 1"])
    #expect(parts("温度 = t.温度") == ["wrong 温度"])
    #expect(parts("x = 'abc") == ["string 'abc"])
  }
}
