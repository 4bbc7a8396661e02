import PlantData
import Report
import Testing

@Suite struct TableTests {
  let table: Table

  init() throws {
    let builder = TableBuilder([ColumnBuilder("station", .text), ColumnBuilder("speed", .float64)])
    builder.begin(file: "a.csv")
    for (row, station) in [(2, "R1"), (3, "R2"), (5, "R1")] {
      builder.columns[0].append(station)
      builder.columns[1].append(Double(row))
      builder.endRow(at: row)
    }
    builder.begin(file: "b.csv")
    builder.columns[0].append("R3")
    builder.columns[1].appendMissing()
    builder.endRow(at: 2)
    table = try builder.finish()
  }

  @Test func knowsWhereEachRowCameFrom() {
    #expect(table.provenance?[2] == Origin(file: "a.csv", row: 5))
    #expect(table.provenance?[3] == Origin(file: "b.csv", row: 2))
  }

  @Test func originsFollowTheRows() {
    let turned = table.rows([3, 0]).rows([1, 0, 1])
    #expect(turned.provenance?[0] == Origin(file: "a.csv", row: 2))
    #expect(turned.provenance?[1] == Origin(file: "b.csv", row: 2))
    #expect(turned.place(row: 1, column: "speed").in(.en) == "b.csv row 2, column speed")
  }

  @Test func offersTheNearestColumn() {
    let fault = #expect(throws: Fault.self) { try table.column("sped") }
    #expect(fault?.in(.en) == "no column 'sped' · did you mean speed?")
    #expect(fault?.in(.zh) == "没有列“sped” · 是不是 speed？")
  }

  @Test func twoColumnsOfOneNameAreRefused() {
    #expect(throws: Fault.self) { try table.rename(["speed": "station"]) }
  }

  @Test func columnsAreSharedNotCopied() throws {
    let chosen = try table.select(["speed"])
    #expect(chosen.columns[0] === table.columns[1])
    #expect(chosen.rowCount == 4)
  }

  @Test func withReplacesOrAdds() throws {
    let more = try table.with(Column("speed", [1, 2, 3, 4])).with(Column("n", [1, 1, 1, 1]))
    #expect(more.columnNames == ["station", "speed", "n"])
    #expect(more["speed"]?.kind == .int64)
  }
}
