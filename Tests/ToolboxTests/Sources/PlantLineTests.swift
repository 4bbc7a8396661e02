import LuaBridge
import Report
import Testing
import Toolbox

@Suite struct PlantLineTests {
  let scratch = Scratch()

  /// Runs Lua on a small simulated plant and gives its results and what it printed.
  func run(_ lua: String) throws -> (results: [LuaValue], printed: String) {
    let interpreter = Interpreter()
    interpreter.install(Toolbox.modules)
    nonisolated(unsafe) var printed = ""
    interpreter.output = { printed += $0 }
    let folder = scratch.path + "/demo"
    let open = "plant.demo(\"\(folder)\", { units = 60 }) line = plant.open \"\(folder)/line3.plant.lua\"\n"
    return (try interpreter.run(open + lua), printed)
  }

  func number(_ value: LuaValue?) -> Int? {
    if case .int(let number)? = value { number } else { nil }
  }

  @Test func unitsOfTheSimulatedLineHaveTheirValues() throws {
    let (results, printed) = try run(
      """
      local parts = pipeline "p" :expect { speed = "not null", temperature = "not null", serial = "match [1-9]$" }
        :split { train = .5, test = .5, by = "coil", seed = 7 } (line:units())
      return parts.train, parts.test
      """)
    #expect(results.count == 2)
    #expect(printed.contains("serial does not match"))
    #expect(printed.contains("samples of other quality left out"))
  }

  @Test func aPipelineWithoutASplitGivesTheTableAndTheQuarantine() throws {
    let (results, _) = try run(
      """
      local p = pipeline "p" :expect { serial = "unique" } :convert { temperature = "degC" }
      local good, bad = p(line:units())
      return p:explain(), good, bad, p.fingerprint
      """)
    #expect(results.count == 4)
    guard case .string(let fingerprint)? = results.last else { return #expect(Bool(false)) }
    #expect(fingerprint.count == 16)
  }

  @Test func readersGiveFaultsWithARemedyThatCanBeTyped() throws {
    let path = scratch.write(
      "id,x\n" + (1...20).map { "\($0),\($0 == 9 ? "n/a" : "1.5")\n" }.joined(), to: "x.csv")
    let interpreter = Interpreter()
    interpreter.install(Toolbox.modules)
    let fault = #expect(throws: Fault.self) { try interpreter.run("return data.csv \"\(path)\"") }
    let remedy = try #require(fault?.remedy)
    let results = try interpreter.run("return " + remedy)
    #expect(results.count == 1)
  }

  @Test func refusedRowsAreTheSecondResult() throws {
    let path = scratch.write("a,b\n1,2\n3\n", to: "y.csv")
    let interpreter = Interpreter()
    interpreter.install(Toolbox.modules)
    interpreter.output = { _ in }
    #expect(try interpreter.run("return data.csv \"\(path)\"").count == 2)
  }
}
