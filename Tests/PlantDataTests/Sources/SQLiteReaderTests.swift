import CSQLite
import PlantData
import Report
import Testing

@Suite struct SQLiteReaderTests {
  let scratch = Scratch()

  func database(_ sql: String) -> String {
    let path = scratch.path + "/mes.db"
    var handle: OpaquePointer?
    sqlite3_open(path, &handle)
    sqlite3_exec(handle, sql, nil, nil, nil)
    sqlite3_close(handle)
    return path
  }

  var mes: String {
    database(
      """
      create table units (SN text, T_END text, SPEED real, N integer, MIXED);
      insert into units values ('sn1', '2026-03-02 06:00:03', 11.5, 3, 1), ('SN2', null, 12, null, 'x');
      create table coils (COIL text);
      """)
  }

  @Test func readsATableWithItsKinds() throws {
    let reader = try SQLiteReader(mes)
    #expect(reader.tableNames == ["coils", "units"])
    let table = try reader.table("units", ColumnOptions(zone: Zone("+08:00"))).table
    #expect(table.columns.map(\.kind) == [.text, .timestamp, .float64, .int64, .text])
    let time = Timestamp(year: 2026, month: 3, day: 2, hour: 6, second: 3, zone: Zone("+08:00"))
    #expect(try table.column("T_END").cells == [.timestamp(time), nil])
    #expect(try table.column("MIXED").cells == ["1", "x"])
    #expect(try table.column("N").cells == [3, nil])
    #expect(table.provenance?[1]?.row == 2)
  }

  @Test func bindsParameters() throws {
    let reading = try SQLiteReader(mes).query("select SN from units where SPEED > ?", [.float64(11.7)])
    #expect(try reading.table.column("SN").cells == ["SN2"])
    #expect(throws: Fault.self) { try SQLiteReader(mes).query("select ?", []) }
  }

  @Test func suggestsTheTableThatWasMeant() throws {
    let reader = try SQLiteReader(mes)
    for name in ["unit", "Units"] {
      let fault = #expect(throws: Fault.self) { try reader.table(name) }
      #expect(fault?.what.en.contains("did you mean units") == true)
    }
    let fault = #expect(throws: Fault.self) { try reader.query("select * from unit") }
    #expect(fault?.what.en.contains("did you mean units") == true)
  }

  @Test func refusesToChangeAnything() throws {
    let reader = try SQLiteReader(mes)
    #expect(throws: Fault.self) { try reader.query("delete from units") }
    #expect(try reader.table("units").table.rowCount == 2)
  }

  @Test func namesAMissingFileAndOneThatIsNoDatabase() {
    let path = scratch.write("this is no database, only some text in a file", to: "line.db")
    #expect(throws: Fault.self) { try SQLiteReader(path) }
    let fault = #expect(throws: Fault.self) { try SQLiteReader(scratch.path + "/lime.db") }
    #expect(fault?.what.en.contains("did you mean \(path)?") == true)
  }
}
