import PlantData
import Report
import Testing

@Suite struct TableOperatorTests {
  let table: Table

  init() throws {
    table = try Table(
      [
        Column("station", ["R2", "R1", nil, "R1", "R2"]),
        Column("speed", [3.5, nil, 2.0, -0.0, 0.0], unit: Unit("m/s")),
        Column("n", [5, 3, 3, 1, 2]),
      ], provenance: Provenance(file: "a.csv", firstRow: 2, count: 5))
  }

  func fault(_ body: () throws -> Table) -> String {
    do { return "\(try body())" } catch { return (error as? Fault)?.in(.en) ?? "\(error)" }
  }

  @Test func filterKeepsOriginsOfItsRows() throws {
    let fast = try table.filter("speed >= 0 and n < 5")
    #expect(fast["n"]?.cells == [3, 1, 2])
    #expect(fast.provenance?[1] == Origin(file: "a.csv", row: 5))
    #expect(
      fault { try table.filter("speed * 2") }.hasPrefix("a condition is wanted, this is a number (m/s)"))
  }

  @Test func withUsesWhatItJustComputed() throws {
    let more = try table.with([("double", "n * 2"), ("four", "double * 2")])
    #expect(more["four"]?.cells == [20, 12, 12, 4, 8])
  }

  @Test func sortIsStableAndPutsMissingLast() throws {
    #expect(try table.sort("speed")["n"]?.cells == [1, 2, 3, 5, 3])
    #expect(try table.sort("speed", descending: true)["n"]?.cells == [5, 3, 1, 2, 3])
    #expect(try table.sort("station", "n")["n"]?.cells == [1, 3, 2, 5, 3])
    let turned = try table.sort(by: [SortKey("station", descending: true), SortKey("n")])
    #expect(turned["n"]?.cells == [2, 5, 1, 3, 3])
  }

  @Test func sortOrdersNegativeNumbersAndChinese() throws {
    let mixed = try Table([Column("x", [2.5, -1.0, -3.0, 0.0]), Column("s", ["温度", "a", "", "速度"])])
    #expect(try mixed.sort("x")["x"]?.cells == [-3.0, -1.0, 0.0, 2.5])
    #expect(try mixed.sort("s")["s"]?.cells == ["", "a", "温度", "速度"])
  }

  @Test func slicesStayInsideTheTable() {
    #expect(table.head(2)["n"]?.cells == [5, 3])
    #expect(table.tail(2)["n"]?.cells == [1, 2])
    #expect(table.slice(3..<99)["n"]?.cells == [1, 2])
    #expect(table.head(-1).rowCount == 0)
  }

  @Test func sampleRepeatsWithItsSeed() {
    let drawn = table.sample(3, seed: 7)
    #expect(drawn.rowCount == 3)
    #expect(drawn["n"]?.cells == table.sample(3, seed: 7)["n"]?.cells)
    #expect(table.sample(99, seed: 1)["n"]?.cells == table["n"]?.cells)
  }

  @Test func dedupeKeepsFirstOrLast() throws {
    let first = try table.dedupe(by: ["station"])
    #expect(first["n"]?.cells == [5, 3, 3])
    #expect(first.notes.map(\.en) == ["2 duplicates dropped"])
    #expect(try table.dedupe(by: ["station"], keep: .last)["n"]?.cells == [3, 1, 2])
    #expect(try table.dedupe().rowCount == 5)
    #expect(try table.select(["speed"]).dedupe().rowCount == 4)
  }

  @Test func valueCountsStartWithTheMostFrequent() throws {
    let counts = try table.valueCounts("station")
    #expect(counts["station"]?.cells == ["R2", "R1", nil])
    #expect(counts["count"]?.cells == [2, 2, 1])
  }

  @Test func fillingKeepsToItsGroup() throws {
    let long = try Table([
      Column("tag", ["a", "b", "a", "b", "a", "a"]), Column("x", [1.0, nil, nil, 4.0, nil, nil]),
    ])
    #expect(
      try long.fill(["x"], with: .forward(limit: 2), by: ["tag"])["x"]?.cells == [
        1.0, nil, 1.0, 4.0, 1.0, nil,
      ])
    #expect(try long.fill(["x"], with: .forward(limit: nil))["x"]?.cells == [1.0, 1.0, 1.0, 4.0, 4.0, 4.0])
    #expect(try long.fill(["x"], with: .constant(0))["x"]?.cells == [1.0, 0.0, 0.0, 4.0, 0.0, 0.0])
    #expect(try long.fill(["x"], with: .mean)["x"]?.cells == [1.0, 2.5, 2.5, 4.0, 2.5, 2.5])
    #expect(try long.fill(["x"], with: .mean).notes.map(\.en) == ["4 values filled"])
    #expect(
      fault { try long.fill(["x"], with: .constant("a")) } == "column x: a does not fit a column of number")
  }

  @Test func concatGoesByNameAndConvertsUnits() throws {
    let other = try Table([
      Column("speed", [60.0], unit: Unit("m/min")), Column("lot", ["L1"]), Column("n", [1.5]),
    ])
    let both = try Table.concat([table, other])
    #expect(both.columnNames == ["station", "speed", "n", "lot"])
    #expect(both["speed"]?[5] == 1.0)
    #expect(both["n"]?[0] == 5.0)
    #expect(both["lot"]?.missing == 5)
    #expect(both.provenance?[4] == Origin(file: "a.csv", row: 6))
    #expect(both.provenance?[5] == nil)
  }

  @Test func describeCountsAndSummarises() throws {
    let summary = try table.describe()
    #expect(summary["column"]?.cells == ["station", "speed", "n"])
    #expect(summary["missing"]?.cells == [1, 1, 0])
    #expect(summary["unique"]?.cells == [2, 3, 4])
    #expect(summary["median"]?.cells == [nil, 1.0, 3.0])
    #expect(summary["unit"]?.cells == [nil, "m/s", nil])
    #expect(summary["values"]?[0] == "R2 (2), R1 (2)")
  }
}
