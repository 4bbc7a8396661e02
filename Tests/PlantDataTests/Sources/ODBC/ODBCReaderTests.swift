import Foundation
import PlantData
import Report
import Testing

/// Real servers, asked through their own drivers.
@Suite(.serialized, .databases) struct ODBCReaderTests {
  /// What both databases are filled with, in the words of each.
  static func units(_ text: String, _ flag: String, _ moment: String, _ double: String) -> String {
    """
    create table units (sn \(text), "站点" \(text), speed \(double), n bigint, share decimal(8, 3),
      weight decimal(30, 12), ok \(flag), rolled_at \(moment), made_on date, shift_start time, remark text);
    insert into units values
      ('SN001', '粗轧 R1', 11.5, 9007199254740993, 0.125, 123456789012.123456789012, true,
       '2026-03-02 06:00:03.25', '2026-03-02', '06:30:00', '\(String(repeating: "钢", count: 3000))'),
      ('SN002', null, null, null, null, null, null, null, null, null, null),
      ('SN003', '精轧', -0.5, -7, 2, 1, false, '1999-12-31 23:59:59', '1999-12-31', '22:00:00', '')
    """
  }

  func reader(_ kind: Databases.Kind, password: String = DatabaseServer.password, limit: Int? = nil) throws
    -> ODBCReader
  {
    let address = try Databases.address(kind, password: password)
    return ODBCReader(address, limit: limit)
  }

  @Test(arguments: Databases.Kind.allCases)
  func everyTypeArrivesAsWhatItIs(_ kind: Databases.Kind) throws {
    let table = try reader(kind).table("units", ColumnOptions(zone: Zone("+08:00"))).table
    #expect(
      table.columnNames == [
        "sn", "站点", "speed", "n", "share", "weight", "ok", "rolled_at", "made_on", "shift_start", "remark",
      ])
    #expect(try table.column("sn").cells == ["SN001", "SN002", "SN003"])
    #expect(try table.column("站点").cells == ["粗轧 R1", nil, "精轧"])
    #expect(try table.column("speed").cells == [11.5, nil, -0.5])
    #expect(try table.column("n").cells == [9_007_199_254_740_993, nil, -7])
    #expect(try table.column("share").cells == [0.125, nil, 2.0])
    #expect(try table.column("weight").cells == [123456789012.12346, nil, 1.0])
    #expect(try table.column("ok").cells == [true, nil, false] || table.column("ok").cells == [1, nil, 0])
    let time = Timestamp(
      year: 2026, month: 3, day: 2, hour: 6, second: 3, microsecond: 250_000, zone: Zone("+08:00"))
    #expect(try table.column("rolled_at")[0] == .timestamp(time))
    #expect(try table.column("made_on").kind == .timestamp)
    #expect(try table.column("shift_start").cells == ["06:30:00", nil, "22:00:00"])
    #expect(try table.column("remark")[0] == .text(String(repeating: "钢", count: 3000)))
    #expect(table.notes.map(\.en).contains { $0.contains("decimals of weight are kept to 15 digits") })
    #expect(table.provenance?[2]?.row == 3)
  }

  @Test(arguments: Databases.Kind.allCases)
  func parametersKeepTheirKindAndTheirSigns(_ kind: Databases.Kind) throws {
    let sql = "select sn from units where \(kind.quote)站点\(kind.quote) = ? and speed > ? and n > ?"
    let rows = try reader(kind).query(sql, ["粗轧 R1", 11.25, 9_007_199_254_740_992]).table
    #expect(try rows.column("sn").cells == ["SN001"])
    let none = try reader(kind).query("select sn from units where sn = ?", ["x' or '1'='1"]).table
    #expect(none.rowCount == 0)
    let fault = #expect(throws: Fault.self) { try reader(kind).query("select ? from units") }
    #expect(fault?.what.en == "the query has 1 parameters, 0 values were given")
  }

  @Test(arguments: Databases.Kind.allCases)
  func tablesAreListedAndTheOneThatWasMeantIsOffered(_ kind: Databases.Kind) throws {
    let names = try reader(kind).tableNames()
    #expect(names == ["series", "units"])
    let fault = #expect(throws: Fault.self) { try reader(kind).table("unit") }
    #expect(fault?.what.en == "no table 'unit' · did you mean units?")
  }

  @Test(arguments: Databases.Kind.allCases)
  func aLimitIsKeptAndSaid(_ kind: Databases.Kind) throws {
    let table = try reader(kind, limit: 2).query("select sn, sn from units order by sn").table
    #expect(table.rowCount == 2 && table.columnNames == ["sn", "sn_2"])
    #expect(table.notes.map(\.en).contains { $0.hasSuffix("the first 2 rows, there are more") })
    #expect(
      try reader(kind, limit: 3).table("units").table.notes.allSatisfy { !$0.en.contains("there are more") })
  }

  @Test(arguments: Databases.Kind.allCases)
  func nothingIsChanged(_ kind: Databases.Kind) throws {
    #expect(throws: Fault.self) { try reader(kind).query("delete from units") }
    #expect(throws: Fault.self) { try reader(kind).query("") }
    #expect(try reader(kind).table("units").table.rowCount == 3)
  }

  @Test(arguments: Databases.Kind.allCases)
  func aWrongPasswordIsOneFaultThatDoesNotShowIt(_ kind: Databases.Kind) throws {
    let wrong = "very wrong {word}"
    let fault = #expect(throws: Fault.self) { try reader(kind, password: wrong).table("units") }
    #expect(fault?.code == .network)
    #expect(fault?.what.en.contains("refuses the user or the password") == true, "\(fault?.what.en ?? "")")
    let words = [fault?.in(.en), fault?.in(.zh)].compactMap(\.self) + (fault?.details ?? [])
    #expect(words.allSatisfy { !$0.contains("wrong {word}") && !$0.contains("very wrong") })
  }

  @Test(arguments: Databases.Kind.allCases)
  func ctrlCEndsAQueryThatRuns(_ kind: Databases.Kind) throws {
    let start = Date()
    DispatchQueue.global().asyncAfter(deadline: .now() + 0.3) { Interruption.request() }
    defer { Interruption.clear() }
    let fault = #expect(throws: Fault.self) { try reader(kind).query(kind.slow) }
    #expect(fault == .interrupted)
    #expect(Date().timeIntervalSince(start) < 2.5)
    Interruption.clear()
    #expect(try reader(kind).table("units").table.rowCount == 3)
  }

  @Test(arguments: Databases.Kind.allCases)
  func manyRowsComeInTheirOrder(_ kind: Databases.Kind) throws {
    let table = try reader(kind).query("select i, t from series order by i").table
    #expect(table.rowCount == 20_000)
    guard case .int64(let numbers) = try table.column("i").values else { return #expect(Bool(false)) }
    #expect((0..<20_000).allSatisfy { numbers[$0] == Int64($0) })
    #expect(try table.column("t")[19_999] == "第 19999 件")
  }

  @Test func momentsOfPostgresKeepTheirZone() throws {
    let sql = "select timestamptz '2026-03-01 22:00:03.5+00' as t union all select null"
    for zone in [nil, Zone("+08:00"), Zone("-03:30")] {
      let column = try reader(.postgres).query(sql, [], ColumnOptions(zone: zone)).table.column("t")
      #expect(column.zone == zone ?? .utc)
      let moment = Timestamp(
        year: 2026, month: 3, day: 2, hour: 6, second: 3, microsecond: 500_000, zone: Zone("+08:00"))
      #expect(column.cells == [.timestamp(moment), nil])
    }
  }

  @Test func aServerThatIsNotThereIsNamed() throws {
    let settings = [
      ("Driver", "PostgreSQL Unicode"), ("Server", "127.0.0.1"), ("Port", "1"), ("Database", "plant"),
    ]
    let fault = #expect(throws: Fault.self) { try ODBCReader(ODBCAddress(settings: settings)).tableNames() }
    #expect(fault?.code == .network && fault?.place?.file == "127.0.0.1/plant")
    let driver = #expect(throws: Fault.self) {
      try ODBCReader(ODBCAddress(settings: [("Driver", "PostgreSQL Unicod")])).tableNames()
    }
    #expect(
      driver?.what.en
        == "no ODBC driver 'PostgreSQL Unicod' · did you mean PostgreSQL Unicode or PostgreSQL ANSI?")
    let source = #expect(throws: Fault.self) { try ODBCReader(ODBCAddress("DSN=nowhere")).tableNames() }
    #expect(source?.what.en.hasPrefix("no data source 'nowhere'") == true)
  }

  /// Last, since the servers are gone afterwards.
  @Test(arguments: Databases.Kind.allCases)
  func aServerThatGoesAwayLeavesNothingHalf(_ kind: Databases.Kind) throws {
    let server = try #require(Databases.server(kind))
    DispatchQueue.global().asyncAfter(deadline: .now() + 0.3) { server.stop() }
    let fault = #expect(throws: Fault.self) { try reader(kind).query(kind.slow) }
    #expect(fault?.code == .network, "\(fault?.in(.en) ?? "")")
  }
}
