import Glibc
import PlantData
import Report
import Testing

@Suite struct ExcelWriterTests {
  let scratch = Scratch()

  var table: Table {
    get throws {
      let moments = [0, 1, 2].map { second in
        Cell.timestamp(
          Timestamp(
            year: 2026, month: 3, day: 2, hour: 6, second: second, microsecond: 250_000, zone: Zone("+08:00"))
        )
      }
      return try Table([
        Column("批号", ["L<1>&\"钢\"", nil, "_x0041_\n"]), Column("weight", [18.25, nil, 0.1]),
        Column("n", [1, -2, 9_007_199_254_740_992]), Column("id", [9_007_199_254_740_993, nil, 1]),
        Column("ok", [true, false, nil]), Column("t", moments, zone: Zone("+08:00")),
      ])
    }
  }

  @Test func whatIsWrittenReadsBackTheSame() throws {
    let path = scratch.path + "/out.xlsx"
    let table = try table
    try table.save(excel: path, sheet: "三月")
    let again = try ExcelReader.read(path, columns: ColumnOptions(zone: Zone("+08:00"))).table
    #expect(again.columnNames == table.columnNames)
    for name in ["批号", "weight", "n", "ok", "t"] {
      #expect(try again.column(name).cells == table.column(name).cells, "\(name)")
    }
    #expect(try again.column("id").cells == ["9007199254740993", nil, "1"])
    #expect(try ExcelReader.sheetNames(path) == ["三月"])
  }

  @Test func openpyxlReadsWhatIsWritten() throws {
    let path = scratch.path + "/out.xlsx"
    try table.save(excel: path, sheet: "三月")
    let printed = try Python.run(
      """
      import sys, openpyxl
      ws = openpyxl.load_workbook(sys.argv[1])["三月"]
      for row in ws.iter_rows(values_only=True): print(row)
      print(ws.freeze_panes, ws["A1"].font.b, ws["A2"].font.b, ws.auto_filter.ref, ws["F2"].number_format)
      """, [path])
    let wanted = """
      ('批号', 'weight', 'n', 'id', 'ok', 't')
      ('L<1>&"钢"', 18.25, 1, '9007199254740993', True, datetime.datetime(2026, 3, 2, 6, 0, 0, 250000))
      (None, None, -2, None, False, datetime.datetime(2026, 3, 2, 6, 0, 1, 250000))
      ('_x0041_\\n', 0.1, 9007199254740992, '1', None, datetime.datetime(2026, 3, 2, 6, 0, 2, 250000))
      A2 True False A1:F4 yyyy\\-mm\\-dd\\ hh:mm:ss.000

      """
    #expect(printed == wanted)
  }

  @Test func signsThatXMLCannotHoldSurvive() throws {
    let path = scratch.path + "/out.xlsx"
    let texts: [Cell] = ["a\r\nb", "\u{1}", "_x000D_", "__x41_", " two  blanks "]
    try Table([Column("odd <&> \"name\"", texts)]).save(excel: path)
    #expect(try ExcelReader.read(path).table.column("odd <&> \"name\"").cells == texts)
  }

  @Test func whatNoSheetHoldsIsAFaultAndLeavesNoFile() throws {
    let path = scratch.path + "/out.xlsx"
    let long = try Table([Column("remark", [.text(String(repeating: "钢", count: 32_768))])])
    let fault = #expect(throws: Fault.self) { try long.save(excel: path) }
    #expect(fault?.place == Place(file: path, row: 2, column: "remark"))
    #expect(access(path, F_OK) != 0 && access(path + ".part", F_OK) != 0)
    for name in ["", "a/b", "'x", String(repeating: "x", count: 32)] {
      #expect(throws: Fault.self) { try table.save(excel: path, sheet: name) }
    }
    let nowhere = #expect(throws: Fault.self) { try table.save(excel: scratch.path + "/none/out.xlsx") }
    #expect(nowhere?.code == .file)
  }

  @Test func aFullDiskLeavesNoHalfFile() throws {
    let path = scratch.path + "/out.xlsx"
    symlink("/dev/full", path + ".part")
    let fault = #expect(throws: Fault.self) { try table.save(excel: path) }
    #expect(fault?.in(.en) == "\(path): cannot be written: No space left on device")
    #expect(access(path, F_OK) != 0 && access(path + ".part", F_OK) != 0)
  }
}
