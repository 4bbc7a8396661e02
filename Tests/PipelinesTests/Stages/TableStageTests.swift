import Pipelines
import PlantData
import Report
import Testing

@Suite struct TableStageTests {
  func run(_ stage: any Stage, _ table: Table) throws -> Table {
    try #require(try Pipeline("p").adding(stage).run(table).whole)
  }

  var table: Table {
    get throws {
      try Table([Column("k", ["b", "a", "b"]), Column("x", [1.0, nil, 3.0]), Column("i", [1, 2, 3])])
    }
  }

  @Test func everyVerbDoesWhatTheTablesVerbDoes() throws {
    let table = try table
    #expect(try run(Sort(by: [SortKey("k")]), table).column("i").cells == [2, 1, 3])
    #expect(try run(Dedupe(by: ["k"]), table).column("i").cells == [1, 2])
    #expect(try run(Fill(["x"], with: .mean), table).column("x").cells == [1.0, 2.0, 3.0])
    #expect(try run(GroupBy(["k"], ["n": "count()"]), table).column("n").cells == [2, 1])
    let other = try Table([Column("k", ["a"]), Column("hall", ["H1"])])
    let joined = try run(JoinStage(other, on: [JoinKey("k")], how: .left), table)
    #expect(try joined.column("hall").cells == [nil, "H1", nil])
  }

  @Test func aDuplicateWithOtherValuesIsKeptInQuarantine() throws {
    let table = try Table(
      [Column("k", ["a", "b", "a", "a"]), Column("x", [1, 2, 1, 7])],
      provenance: Provenance(file: "t.csv", firstRow: 2, count: 4))
    let parts = try Pipeline("p").adding(Dedupe(by: ["k"])).run(table)
    let whole = try #require(parts.whole)
    #expect(try whole.column("x").cells == [1, 2])
    let refused = try parts.quarantine()
    #expect(try refused.column("row").cells == [5])
    let rule = Text(en: "duplicate of row 2 with other values", zh: "与第 2 行重复，但其他值不同")
    #expect(try refused.column("rule").cells == [.text("\(rule)")])
    #expect(parts.quarantined.summary?.en == "1 row in quarantine: 1 duplicates with other values")
    #expect(try run(Dedupe(by: ["k"]), table).rowCount == 2)
  }

  @Test func theMeanThatFillsIsTheTrainingParts() throws {
    let table = try Table([
      Column("t", (0..<10).map { .int64(Int64($0)) }),
      Column("x", (0..<10).map { $0 == 9 ? nil : .float64($0 < 5 ? 1 : 100) }),
    ])
    let parts = try Pipeline("p").adding(Split(shares: [.train: 0.5, .test: 0.5], time: "t"))
      .adding(Fill(["x"], with: .mean)).run(table)
    #expect(try #require(parts.test).column("x")[4] == 1.0)
  }
}
