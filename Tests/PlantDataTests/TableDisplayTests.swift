import PlantData
import Report
import Testing

@Suite struct TableDisplayTests {
  let table: Table

  init() throws {
    let zone = Zone(minutes: 480)
    let start = Timestamp(year: 2026, month: 3, day: 2, hour: 6, second: 3, zone: zone)
    table = try Table(
      [
        Column("serial", (1...30).map { .text("SN0000\($0)") }),
        Column(
          "rolled_at",
          (0..<30).map { .timestamp(Timestamp(microseconds: start.microseconds + $0 * 1_000_000)) },
          zone: zone),
        Column("速度", (0..<30).map { $0 == 1 ? nil : .float64(11.25 + Double($0)) }, unit: Unit("m/s")),
        Column("result", (0..<30).map { $0 % 2 == 0 ? "OK" : "NG" }),
      ], notes: [Text(en: "6 units have no image", zh: "6 件没有图像")])
  }

  @Test func showsHeadAndTailAligned() {
    let text = table.text(on: Surface(columns: 60, rows: 14))
    #expect(
      text == """
        30 rows x 4 columns                    6 units have no image
        serial    rolled_at                 速度  result
        text      time +08:00                m/s  text
                                       1 missing
        SN00001   2026-03-02 06:00:03      11.25  OK
        SN00002   2026-03-02 06:00:04          ·  NG
        SN00003   2026-03-02 06:00:05      13.25  OK
        SN00004   2026-03-02 06:00:06      14.25  NG
        SN00005   2026-03-02 06:00:07      15.25  OK
        …
        SN000029  2026-03-02 06:00:31      39.25  OK
        SN000030  2026-03-02 06:00:32      40.25  NG
        """)
  }

  @Test func columnsThatDoNotFitAreNamed() {
    let lines = table.text(on: Surface(columns: 30, rows: 10)).split(separator: "\n")
    #expect(lines.last == "2 more columns: 速度, result")
    #expect(lines.allSatisfy { $0.displayWidth <= 30 })
  }

  @Test func pagesHoldTheSameCells() {
    #expect(table.html?.contains("<td style=\"text-align:right\">11.25</td>") == true)
    #expect(table.html?.contains("6 units have no image") == true)
  }

  @Test func anEmptyTableShowsItsSize() throws {
    #expect(try Table([]).text(on: Surface()) == "0 rows x 0 columns")
    #expect(try Table([Column("x", [])]).text(on: Surface()) == "0 rows x 1 column\n     x\nnumber")
  }
}
