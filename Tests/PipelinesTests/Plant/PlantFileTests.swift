import Pipelines
import Randomness
import Report
import Testing

@Suite struct PlantFileTests {
  @Test(arguments: [
    "return line { name = \"x\", f() }", "while true do end", "return line { name = os.getenv('HOME') }",
    "return line { name = (function() end)() }", "return line { name = 'a' .. 'b' }", "return function() end",
    "return line { name = 1 + 1 }", "local x = 1", "return line {", "return 7",
  ])
  func nothingInItRuns(_ text: String) {
    let fault = #expect(throws: Fault.self) { try PlantDescription(text, path: "p.lua") }
    #expect(fault?.code == .format)
    #expect(fault?.place?.file == "p.lua" && fault?.place?.line == 1)
  }

  @Test func keepsTheOrderOfFields() throws {
    let plant = try PlantDescription(LineTests.plant, path: "p.lua")
    #expect(plant.sources.map(\.name) == ["mes", "scada", "erp", "gauge", "camera"])
    #expect(plant.fields.map(\.name).prefix(3) == ["serial", "coil", "rolled_at"])
    #expect(plant.sources[1].history?.skew == ["R2": -2.5])
    #expect(plant.fields[3].within == 2)
  }

  @Test func stripZerosKeepsTheNumber() {
    #expect(MatchRule.stripZeros.applied(to: "SN000120") == "SN120")
    #expect(MatchRule.stripZeros.applied(to: "000") == "0")
    #expect(MatchRule.stripZeros.applied(to: "A0B010") == "A0B10")
  }

  @Test func mutatedFilesNeverCrash() {
    let good = Array(LineTests.plant)
    var generator = SeededGenerator(seed: 5, for: "plant damage")
    let odd = Array("{}[]=\"'-\\,.;(0é时\n")
    for _ in 0..<600 {
      var text = good
      for _ in 0...generator.below(3) {
        let at = generator.below(text.count)
        if generator.below(2) == 0 { text[at] = odd[generator.below(odd.count)] } else { text.remove(at: at) }
      }
      do { _ = try PlantDescription(String(text), path: "p.lua") } catch { #expect(error is Fault) }
    }
  }
}
