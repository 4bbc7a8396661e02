import PlantData
import Report
import Testing

#if canImport(Glibc)
  import Glibc
#endif

@Suite struct CSVWriterTests {
  @Test func quotesOnlyWhatNeedsIt() throws {
    let path = "/tmp/plantsh-csv-writer-\(getpid()).csv"
    defer { unlink(path) }
    let moment = Timestamp(year: 2026, month: 3, day: 2, hour: 6, zone: Zone(minutes: 480))
    let table = try Table([
      Column("名称", ["plain", "a,b", "say \"hi\"", nil, "two\nlines"]),
      Column("x", [0.1, 2.0, nil, -1e-7, 1e300]),
      Column("time", [.timestamp(moment), nil, nil, nil, nil], zone: Zone(minutes: 480)),
    ])
    try table.save(csv: path)
    let file = try #require(fopen(path, "rb"))
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 4096)
    let count = fread(&bytes, 1, bytes.count, file)
    #expect(
      String(decoding: bytes[..<count], as: UTF8.self) == """
        名称,x,time
        plain,0.1,2026-03-02T06:00:00+08:00
        "a,b",2,
        "say ""hi""\",,
        ,-1e-07,
        "two
        lines",1e+300,

        """)
  }

  @Test func aFolderThatIsNotThereIsNamed() throws {
    let fault = #expect(throws: Fault.self) { try Table([Column("x", [1])]).save(csv: "/nowhere/x.csv") }
    #expect(fault?.in(.en) == "/nowhere/x.csv: cannot be written: No such file or directory")
  }
}
