import CSQLite
import Pipelines
import PlantData
import Report
import Testing

/// Every kind of source in one plant file.
@Suite struct SourceKindTests {
  let scratch = Scratch()

  static let plant = """
    return line {
      name = "line 1", zone = "+08:00",
      units  = xlsx { "units.xlsx", sheet = "三月", header = 1 },
      lots   = json { "lots.json", rows = "data.items", coil = "coil" },
      mes    = b2mml { "mes.xml", serial = "ID" },
      gauge  = sqlite { "gauge.db", table = "gauge", serial = "SN" },
      scada  = sqlite { "gauge.db", table = "history", time = "T", tag = "TAG", value = "V", skew = "R1: 1 s" },
      unit {
        serial = units.SN, coil = units.COIL, rolled_at = units.T,
        weight = lots.weight,
        state  = mes.SegmentResponse.SegmentState,
        gauge  = { gauge.EXIT, unit = "mm" },
        speed  = { scada["R1.speed"], unit = "m/s", at = "rolled_at", within = "2 s" },
      },
    }
    """

  func line(_ text: String = plant) throws -> Line {
    let times = [6, 7].map { Cell.timestamp(Timestamp(year: 2026, month: 3, day: 2, hour: $0)) }
    try Table([Column("SN", ["S1", "S2"]), Column("COIL", ["C1", "C2"]), Column("T", times)])
      .save(excel: scratch.path + "/units.xlsx", sheet: "三月")
    _ = scratch.write(#"{"data": {"items": [{"coil": "C2", "weight": 18.5}]}}"#, to: "lots.json")
    _ = scratch.write(
      "<R xmlns='http://www.mesa.org/xml/B2MML-V0600'><ID>R</ID><SegmentResponse><ID>S1</ID>"
        + "<SegmentState>Completed</SegmentState></SegmentResponse></R>", to: "mes.xml")
    var handle: OpaquePointer?
    sqlite3_open(scratch.path + "/gauge.db", &handle)
    sqlite3_exec(
      handle,
      """
      create table gauge (SN text, EXIT real); insert into gauge values ('S2', 2.5);
      create table history (T text, TAG text, V real); insert into history values ('2026-03-02 05:59:59', 'R1.speed', 11);
      """, nil, nil, nil)
    sqlite3_close(handle)
    return try Line(contentsOf: scratch.write(text, to: "line.plant.lua"))
  }

  @Test func eachIsBoundToTheUnits() throws {
    let units = try line().units()
    #expect(try units.column("serial").cells == ["S1", "S2"])
    #expect(try units.column("weight").cells == [nil, 18.5])
    #expect(try units.column("state").cells == ["Completed", nil])
    #expect(try units.column("gauge").cells == [nil, 2.5])
    #expect(try units.column("speed").cells == [11.0, nil])
    #expect(try units.column("rolled_at").zone == Zone("+08:00"))
  }

  @Test func eachIsSummarised() throws {
    let text = try line().text(on: Surface(columns: 120))
    #expect(text.contains("xlsx    units.xlsx:三月"))
    #expect(text.contains("json    lots.json") && text.contains("1 rows"))
    #expect(text.contains("b2mml   mes.xml") && text.contains("2 tables   1 SegmentResponse"))
    #expect(text.contains("1 tags   1 samples"))
  }

  @Test(arguments: [
    ("header = 1", "header = \"x\"", "header is a number of rows"),
    ("rows = \"data.items\"", "rows = 1", "rows is a text"),
    ("rows =", "sheet =", "no option 'sheet'"),
    ("SegmentResponse.SegmentState", "ID", "wanted mes.table.column"),
    ("table = \"history\"", "table = \"histori\"", "did you mean history?"),
    ("sqlite { \"gauge.db\"", "odbc { \"DSN=x\", password = \"y\"", "a password is named, not written"),
    ("sqlite { \"gauge.db\"", "odbc { \"DSN=x;PWD=y\"", "a password is named, not written"),
    ("sqlite { \"gauge.db\"", "odbc { port = 0", "port is a whole number"),
    ("sqlite { \"gauge.db\"", "odbc { user = \"x\"", "names neither dsn nor driver"),
  ])
  func aMistakeIsNamedWithItsLine(_ right: String, _ wrong: String, _ words: String) throws {
    let fault = #expect(throws: Fault.self) {
      try line(SourceKindTests.plant.replacing(right, with: wrong)).units()
    }
    #expect(fault?.what.en.contains(words) == true, "\(fault?.in(.en) ?? "")")
    #expect(fault?.place?.file != nil, "\(fault?.in(.en) ?? "")")
  }
}
