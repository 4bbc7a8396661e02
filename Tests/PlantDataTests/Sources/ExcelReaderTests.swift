import PlantData
import Report
import Testing

/// Workbooks that openpyxl and LibreOffice wrote.
@Suite struct ExcelReaderTests {
  let scratch = Scratch()

  /// A workbook by openpyxl, whose sheets `script` fills.
  func openpyxl(_ script: String) throws -> String {
    let path = scratch.path + "/lots.xlsx"
    try Python.run(
      """
      import sys, datetime as d, openpyxl
      from openpyxl.utils.datetime import CALENDAR_MAC_1904
      wb = openpyxl.Workbook()
      ws = wb.active
      ws.title = "三月"
      \(script)
      wb.save(sys.argv[1])
      """, [path])
    return path
  }

  @Test func readsEveryKindOfCell() throws {
    let path = try openpyxl(
      """
      ws.append(["批号", "weight", "n", "ok", "rolled at", "day", "shift start", "code", "sum"])
      ws.append(["L001", 18.25, 7, True, d.datetime(2026, 3, 2, 6, 0, 3, 250000), d.date(2026, 3, 2),
        d.time(6, 30), "007", "=B2*2"])
      ws.append(["钢 <Q235> & _x000D_", 1e-7, -12, False, d.datetime(2026, 3, 2, 6, 0, 5), d.date(1999, 12, 31),
        d.time(22, 0, 5), "12", "=B3*2"])
      ws.append([])
      ws.append(["L3", "#DIV/0!", None, None, None, None, None, "x", None])
      """)
    let table = try ExcelReader.read(path).table
    #expect(
      table.columnNames == [
        "批号", "weight", "n", "ok", "rolled at", "day", "shift start", "code", "sum",
      ])
    #expect(try table.column("批号").cells == ["L001", "钢 <Q235> & \r", "L3"])
    #expect(try table.column("weight").cells == [18.25, 1e-7, nil])
    #expect(try table.column("n").cells == [7, -12, nil])
    #expect(try table.column("ok").cells == [true, false, nil])
    let time = Timestamp(
      year: 2026, month: 3, day: 2, hour: 6, minute: 0, second: 3, microsecond: 250_000)
    #expect(try table.column("rolled at")[0] == .timestamp(time))
    #expect(try table.column("day")[1] == .timestamp(Timestamp(year: 1999, month: 12, day: 31)))
    #expect(try table.column("shift start").cells == ["06:30:00", "22:00:05", nil])
    #expect(try table.column("code").cells == ["007", "12", "x"])
    #expect(try table.column("sum").cells == [nil, nil, nil])
    #expect(table.provenance?[2] == Origin(file: path + ":三月", row: 5))
    let notes = table.notes.map(\.en)
    #expect(notes.contains { $0.contains("1 cells hold an error and have no value, the first B5: #DIV/0!") })
    #expect(
      notes.contains { $0.contains("2 formulas were never calculated and have no value, the first I2") })
  }

  @Test func timesAreInTheDeclaredZoneAndOfEitherEpoch() throws {
    let path = try openpyxl(
      """
      wb.epoch = CALENDAR_MAC_1904
      ws.append(["t"])
      ws.append([d.datetime(2026, 3, 2, 6, 0, 3)])
      """)
    let zone = Zone("+08:00")
    let column = try ExcelReader.read(path, columns: ColumnOptions(zone: zone)).table.column("t")
    #expect(column.zone == zone)
    #expect(
      column[0] == .timestamp(Timestamp(year: 2026, month: 3, day: 2, hour: 6, second: 3, zone: zone)))
  }

  @Test func mergedCellsSpeakForAllTheyCover() throws {
    let path = try openpyxl(
      """
      ws.append(["批号", "温度", None, "备注"])
      ws.append([None, "入口", "出口", None])
      ws.append(["L1", 951.5, 880, "a"])
      ws.append([None, 952, 881, None])
      ws.append(["L2", 953, 882, None])
      for cells in ["A1:A2", "B1:C1", "D1:D2", "A3:A4"]: ws.merge_cells(cells)
      """)
    let table = try ExcelReader.read(path, ExcelOptions(headerRows: 2)).table
    #expect(table.columnNames == ["批号", "温度.入口", "温度.出口", "备注"])
    #expect(try table.column("批号").cells == ["L1", "L1", "L2"])
    #expect(try table.column("备注").cells == ["a", nil, nil])
    #expect(table.notes.map(\.en) == ["\(path):三月: 1 merged cells, each of their rows has the value"])
  }

  @Test func aTitleAboveTheHeaderIsSaidAndTheHeaderMayBeStated() throws {
    let path = try openpyxl(
      """
      ws.append(["3号线生产日报"])
      ws.merge_cells("A1:C1")
      ws.append([])
      ws.append(["serial", "speed", "speed", None])
      ws.append(["SN1", 11.5, 12, "x"])
      """)
    let table = try ExcelReader.read(path).table
    #expect(table.columnNames == ["serial", "speed", "speed_2", "D"])
    #expect(table.rowCount == 1)
    let notes = table.notes.map(\.en)
    #expect(notes.first?.hasSuffix("row 1 is taken for a title, row 3 names the columns") == true)
    #expect(notes.last?.hasSuffix("a second column 'speed' is called 'speed_2'") == true)
    #expect(try ExcelReader.read(path, ExcelOptions(header: 3)).table.columnNames == table.columnNames)
    let bare = try ExcelReader.read(path, ExcelOptions(header: 0)).table
    #expect(bare.columnNames == ["A", "B", "C", "D"] && bare.rowCount == 3)
  }

  @Test func sheetsAreChosenByNameOrNumber() throws {
    let path = try openpyxl(
      """
      ws.sheet_state = "hidden"
      ws.append(["a"])
      ws.append([1])
      for name in ["四月", "五月"]:
        s = wb.create_sheet(name)
        s.append([name])
        s.append([2])
      """)
    let table = try ExcelReader.read(path).table
    #expect(table.columnNames == ["四月"])
    #expect(table.notes.map(\.en) == ["\(path): sheet '四月' was read; there are also 五月"])
    #expect(try ExcelReader.read(path, ExcelOptions(sheet: .name("三月"))).table.columnNames == ["a"])
    #expect(try ExcelReader.read(path, ExcelOptions(sheet: .number(3))).table.columnNames == ["五月"])
    let missing = #expect(throws: Fault.self) { try ExcelReader.read(path, ExcelOptions(sheet: .name("六月"))) }
    #expect(missing?.what.en.contains("no sheet '六月'") == true)
    let beyond = #expect(throws: Fault.self) { try ExcelReader.read(path, ExcelOptions(sheet: .number(4))) }
    #expect(beyond?.what.en == "no sheet 4, the workbook has 3")
  }

  @Test func aWorkbookOfLibreOfficeReads() throws {
    let table = try ExcelReader.read(Specimen.path("libreoffice.xlsx")).table
    #expect(table.columnNames == ["批号", "重量 kg", "合格", "轧制时间", "两倍", "除", "备注"])
    #expect(try table.column("批号").cells == ["L001", "L001", "L003"])
    #expect(try table.column("重量 kg").cells == [18.25, 1200.0, -0.5])
    #expect(try table.column("合格").cells == [true, false, true])
    let time = Timestamp(year: 2026, month: 3, day: 2, hour: 6, second: 3)
    #expect(try table.column("轧制时间")[0] == .timestamp(time))
    #expect(try table.column("两倍").cells == [36.5, 2400.0, -1.0])
    #expect(try table.column("除").cells == [nil, nil, nil])
    #expect(try table.column("备注").cells == ["加粗 and plain", nil, "两行\n文字"])
  }

  @Test(arguments: [
    ([0xD0, 0xCF, 0x11, 0xE0, 0xA1], "old .xls workbook"), (Array("a,b\n1,2\n".utf8), "but text"),
    ([0, 1, 2], "no Excel workbook"), ([], "no Excel workbook"),
    (Array("PK\u{3}\u{4}".utf8), "damaged or cut off"),
  ])
  func whatIsNoWorkbookIsNamed(_ bytes: [UInt8], _ words: String) {
    let fault = #expect(throws: Fault.self) { try ExcelReader.read(bytes: bytes, path: "lots.xlsx") }
    #expect(fault?.code == .format && fault?.place?.file == "lots.xlsx")
    #expect(fault?.what.en.contains(words) == true, "\(fault?.what.en ?? "")")
  }
}
