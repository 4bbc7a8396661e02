import PlantData
import Report
import Testing

@Suite struct GroupwiseTests {
  let table: Table

  init() throws {
    table = try Table([
      Column("tag", ["A", "B", "A", "B", "A", nil]), Column("v", [1.0, 10.0, 2.0, nil, 6.0, 5.0]),
    ])
  }

  @Test func anAggregateStandsForThatOfTheRowsGroup() throws {
    let more = try table.with([("share", "v / sum(v)"), ("rows", "count()")], by: ["tag"])
    let shares: [Cell] =
      [1.0 / 9, 1.0, 2.0 / 9].map(Cell.float64) + [.missing, .float64(6.0 / 9), .float64(1)]
    #expect(more["share"]?.cells == shares)
    #expect(more["rows"]?.cells == [3, 2, 3, 2, 3, 1])
  }

  @Test func conditionsKnowTheirGroup() throws {
    #expect(try table.filter("v > mean(v)", by: ["tag"])["v"]?.cells == [6.0])
    #expect(try table.filter("v == max(v)", by: ["tag"])["v"]?.cells == [10.0, 6.0, 5.0])
  }

  @Test func withoutKeysAllRowsAreOneGroup() throws {
    #expect(try table.filter("v > mean(v)")["v"]?.cells == [10.0, 6.0, 5.0])
    #expect(try table.with([("d", "v - min(v)")])["d"]?.cells == [0.0, 9.0, 1.0, nil, 5.0, 4.0])
  }

  @Test func placesAreMarkedInTheFormulaAsTyped() throws {
    let fault = #expect(throws: Fault.self) { try table.filter("v > mean(w)", by: ["tag"]) }
    #expect(fault?.in(.en).hasPrefix("no column 'w'") == true)
    #expect(throws: Fault.self) { try table.filter("v > mean(tag)", by: ["tag"]) }
  }
}
