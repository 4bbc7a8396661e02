import CSQLite
import Pipelines
import PlantData
import Report
import Testing

@Suite struct LineTests {
  let scratch = Scratch()

  static let plant = """
    -- a small line
    return line {
      name = "line 1", site = "Xinyu", area = "hot mill", zone = "+08:00",
      mes    = sqlite { "mes.db" },
      scada  = csv { "h*.csv", time = "时间", tag = "点位", value = "数值", quality = "质量", good = "192",
                     skew = "station R2: -2.5 s" },
      erp    = jsonl { "lots.jsonl", coil = "coil_no" },
      gauge  = csv { "gauge.csv", serial = "piece", unit_column = "unit" },
      camera = images { "cam1", serial = "{serial}_{n}.png" },
      unit {
        serial    = { mes.units.SN, match = { "upper", "strip zeros" } },
        coil      = mes.units.COIL,
        rolled_at = mes.units.T_END,
        speed     = { scada["R1.速度"], unit = "m/s", at = "rolled_at", within = "2 s" },
        force     = { scada["R2.轧制力"], unit = "kN", at = "rolled_at", within = "1 s" },
        gauge     = { gauge.exit, unit = "mm" },
        lot       = erp.batch_no,
        defect    = mes.inspections.DEFECT,
        image     = camera.image,
        result    = { mes.units.RESULT, good = "OK" },
      },
    }
    """

  func line(_ text: String = LineTests.plant) throws -> Line {
    var handle: OpaquePointer?
    sqlite3_open(scratch.path + "/mes.db", &handle)
    let sql = """
      create table units (SN text, COIL text, T_END text, RESULT text);
      insert into units values ('SN001', 'C1', '2026-03-02 06:00:10', 'OK'),
        ('sn2', 'C2', '2026-03-02 06:00:20', 'NG'), ('SN002', null, '2026-03-02 06:10:00', 'OK');
      create table inspections (SN text, DEFECT text);
      insert into inspections values ('SN1', 'scale');
      """
    sqlite3_exec(handle, sql, nil, nil, nil)
    sqlite3_close(handle)
    _ = scratch.write(
      """
      时间,点位,数值,质量
      2026-03-02 06:00:09,R1.速度,11.5,192
      2026-03-02 06:00:10,R1.速度,99,0
      2026-03-02 06:00:12.5,R2.轧制力,800,192
      2026-03-02 06:00:21,R1.速度,,192
      2026-03-02 06:00:23,R1.速度,12,192
      """, to: "h1.csv")
    _ = scratch.write("{\"batch_no\": \"L1\", \"coil_no\": \"C1\"}\n", to: "lots.jsonl")
    _ = scratch.write("piece,exit,unit\nSN1,2.0,mm\nsn0002,0.1,in\nSN2,0.2,in\n", to: "gauge.csv")
    scratch.folder("cam1")
    _ = scratch.write("x", to: "cam1/sn01_1.png")
    return try Line(contentsOf: scratch.write(text, to: "line.plant.lua"))
  }

  @Test func bindsEverySourceToTheUnits() throws {
    let units = try line().units()
    #expect(
      units.columnNames == [
        "serial", "coil", "rolled_at", "speed", "force", "gauge", "lot", "defect", "image", "result",
      ])
    #expect(try units.column("serial").cells == ["SN001", "SN002", "SN002"])
    #expect(try units.column("speed").cells == [11.5, nil, nil])
    #expect(try units.column("force").cells == [800.0, nil, nil])
    #expect(try units.column("lot").cells == ["L1", nil, nil])
    #expect(try units.column("defect").cells == ["scale", nil, nil])
    #expect(try units.column("image")[0] == .image(.file(scratch.path + "/cam1/sn01_1.png")))
    #expect(units.provenance?[2] == Origin(file: scratch.path + "/mes.db:units", row: 3))
    #expect(units["speed"]?.unit?.symbol == "m/s")
  }

  @Test func convertsEachRowFromItsOwnUnit() throws {
    let gauge = try line().units().column("gauge")
    #expect(gauge.unit?.symbol == "mm")
    let wanted = [2.0, 2.54, 2.54]
    for (cell, value) in zip(gauge.cells, wanted) {
      guard case .float64(let number) = cell else { return #expect(Bool(false)) }
      #expect(abs(number - value) < 1e-12)
    }
  }

  @Test func saysWhatDidNotMatch() throws {
    let notes = try line().units().notes.map(\.en)
    #expect(
      notes.contains { $0.contains("2 no image") && $0.contains("2 no lot") && $0.contains("2 no speed") })
    #expect(notes.contains("speed: 1 samples of other quality left out"))
    #expect(notes.contains("gauge: 1 rows repeat a serial, the first counts"))
  }

  @Test func aClockOfNoStationIsAFault() throws {
    let text = LineTests.plant.replacing("station R2: -2.5 s", with: "R4: -2.5 s")
    let fault = #expect(throws: Fault.self) { try line(text).source("scada") }
    #expect(fault?.place?.line == 5)
    #expect(fault?.what.en.contains("no station of skew 'R4' · did you mean R1 or R2?") == true)
  }

  @Test func saysWhichClockWasSetRight() throws {
    let notes = try line().units().notes.map(\.en)
    #expect(notes.contains("scada: clock of R2 corrected by -2.5 s"))
  }

  @Test func rowsThatCannotBeReadAreShown() throws {
    let line = try line()
    _ = scratch.write("piece,exit,unit\nSN1,2.0,mm\nSN2,0.2\n", to: "gauge.csv")
    #expect(line.quarantine.isEmpty)
    #expect(line.text(on: Surface(columns: 120)).contains("1 rows   1 bad rows"))
    let notes = try line.units().notes.map(\.en)
    #expect(notes.contains { $0.contains("1 rows in quarantine") && $0.contains("gauge.csv row 3") })
    #expect(line.quarantine.map(\.row) == [3])
    #expect(try line.read("gauge").quarantine.count == 1)
  }

  @Test func summarisesTheLine() throws {
    let text = try line().text(on: Surface(columns: 120))
    #expect(text.contains("site Xinyu · area hot mill"))
    #expect(text.contains("2 tables   3 units"))
    #expect(text.contains("2 tags   5 samples   06:00 .. 06:00 +08:00"))
  }

  @Test(arguments: [
    ("scada[\"R1.速度\"]", "scada[\"R1.速\"]", "did you mean R1.速度"),
    ("mes.units.COIL", "mes.unit.COIL", "units"),
    ("erp.batch_no", "erp.batchno", "batch_no"), ("\"upper\"", "\"uper\"", "no match rule"),
    ("coil = \"coil_no\"", "coyl = \"coil_no\"", "coil"), ("camera.image", "kamera.image", "camera"),
    ("at = \"rolled_at\"", "at = \"roled_at\"", "rolled_at"), ("sqlite {", "sqlyte {", "sqlite"),
    ("unit = \"kN\"", "unit = \"kX\"", "unknown"), ("name = \"line 1\", ", "", "no name"),
    ("zone = \"+08:00\"", "zone = \"east\"", "zone"),
  ])
  func aMistakeIsNamedWithItsLine(_ right: String, _ wrong: String, _ words: String) throws {
    let text = LineTests.plant.replacing(right, with: wrong)
    let fault = #expect(throws: Fault.self) { try line(text).units() }
    let said = fault?.in(.en) ?? ""
    #expect(said.contains(words) || words == "unknown" && said.contains("not a known unit"), "\(said)")
    if words != "unknown", words != "units" { #expect(fault?.place?.line != nil, "\(said)") }
  }
}
