import Pipelines
import PlantData
import Report
import Testing

@Suite struct ExpectTests {
  /// The rows that a rule refuses, from 0.
  func refused(_ rule: String, _ cells: [Cell], unit: String? = nil) throws -> [Int] {
    let table = try Table([
      Column("x", cells, unit: unit.map { try Unit($0) }),
      Column("i", cells.indices.map { .int64(Int64($0)) }),
    ])
    let parts = try Pipeline("p").adding(Expect(["x": [rule]])).run(table)
    return try parts.quarantine().column("i").cells.compactMap {
      if case .int64(let i) = $0 { Int(i) } else { nil }
    }
  }

  @Test func everyRuleRefusesWhatBreaksIt() throws {
    #expect(try refused("unique", ["a", "b", "a", nil, nil]) == [2])
    #expect(try refused("not null", ["a", nil]) == [1])
    #expect(try refused("2 .. 20", [1.9, 2.0, 20.0, 20.1, nil]) == [0, 3])
    #expect(try refused(">= 0", [-1, 0]) == [0])
    #expect(try refused("< 5 mm", [4, 6], unit: "mm") == [1])
    #expect(try refused("in OK, NG", ["OK", "ok", "NG"]) == [1])
    #expect(try refused("match ^SN[0-9]+$", ["SN1", "sn1", "SN"]) == [1, 2])
    #expect(try refused("number", ["a"]) == [0])
  }

  @Test func aRuleInAnotherUnitIsConverted() throws {
    #expect(try refused("2 .. 20 m/s", [60.0, 600.0, 1300.0], unit: "m/min") == [0, 2])
    #expect(throws: Fault.self) { try refused("2 .. 20 m/s", [60.0], unit: "degC") }
  }

  @Test(arguments: ["", "uniqe", "2 ..", ".. 3", "20 .. 2", "match [", ">= m", "2 .. 3 furlong"])
  func aTextThatIsNoRuleIsAFault(_ rule: String) {
    #expect(throws: Fault.self) { try Expect(["x": [rule]]) }
  }

  @Test func numbersAreAskedOfNumbersOnly() {
    #expect(throws: Fault.self) { try refused(">= 0", ["a"]) }
  }
}
