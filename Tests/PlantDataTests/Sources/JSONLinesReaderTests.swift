import PlantData
import Randomness
import Report
import Testing

@Suite struct JSONLinesReaderTests {
  func read(_ text: String, _ options: ColumnOptions = ColumnOptions()) throws -> Reading {
    try JSONLinesReader.read(bytes: Array(text.utf8), path: "lots.jsonl", options)
  }

  @Test func keysBecomeColumnsAndMissingKeysMissingValues() throws {
    let table = try read(
      """
      {"batch_no": "L1", "weight": 10, "heat": {"no": 7, "grade": "钢"}}

      {"batch_no": "L2", "weight": 10.5, "tags": ["a", 1], "ok": true}
      """
    ).table
    #expect(table.columnNames == ["batch_no", "weight", "heat.no", "heat.grade", "tags", "ok"])
    #expect(try table.column("weight").cells == [10.0, 10.5])
    #expect(try table.column("heat.grade").cells == ["钢", nil])
    #expect(try table.column("tags").cells == [nil, "[\"a\",1]"])
    #expect(try table.column("ok").cells == [nil, true])
    #expect(table.provenance?[1]?.row == 3)
  }

  @Test func aBrokenLineGoesToQuarantineAndTheRestIsKept() throws {
    let reading = try read("{\"a\": 1}\n{\"a\": \n[1]\n{\"a\": 2}\n")
    #expect(try reading.table.column("a").cells == [1, 2])
    #expect(reading.quarantine.map(\.row) == [2, 3])
    #expect(reading.quarantine[0].reason.en.hasPrefix("no JSON at byte"))
    #expect(throws: Fault.self) { try read("{\"a\":", ColumnOptions(isStrict: true)) }
  }

  @Test func declaredKindsAndMissingWordsApply() throws {
    let options = ColumnOptions(types: ["x": .float], missing: ["-"])
    let reading = try read("{\"x\": \"1.5\"}\n{\"x\": \"-\"}\n{\"x\": \"bad\"}\n", options)
    #expect(try reading.table.column("x").cells == [1.5, nil])
    #expect(reading.quarantine.map(\.value) == ["bad"])
    #expect(reading.quarantine.map(\.row) == [3])
  }

  @Test func mutatedLinesNeverCrash() {
    let good = Array("{\"a\": 1, \"b\": {\"c\": [1, \"x\"]}, \"d\": 1e3}\n{\"a\": null}\n".utf8)
    var generator = SeededGenerator(seed: 3, for: "json damage")
    for _ in 0..<1000 {
      var bytes = good
      for _ in 0...generator.below(4) { bytes[generator.below(bytes.count)] = UInt8(generator.below(256)) }
      do { _ = try JSONLinesReader.read(bytes: bytes, path: "x") } catch { #expect(error is Fault) }
    }
  }
}
