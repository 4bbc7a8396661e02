import PlantData
import Randomness
import Report
import Testing

@Suite struct JSONReaderTests {
  func read(_ text: String, rows: String? = nil, _ options: ColumnOptions = ColumnOptions()) throws -> Reading
  {
    try JSONReader.read(bytes: Array(text.utf8), path: "lots.json", rows: rows, options)
  }

  @Test func aListOfObjectsIsATableOfRows() throws {
    let table = try read(
      """
      [ {"lot": "L1", "heat": {"no": 7, "grade": "钢"}, "t": "2026-03-02 06:00:00"},
        {"lot": "L2", "weight": 1.5, "heat": {"no": 7.5}} ]
      """
    ).table
    #expect(table.columnNames == ["lot", "heat.no", "heat.grade", "t", "weight"])
    #expect(try table.column("heat.no").cells == [7.0, 7.5])
    #expect(try table.column("heat.grade").cells == ["钢", nil])
    #expect(try table.column("t").kind == .timestamp)
    #expect(table.provenance?[1] == Origin(file: "lots.json", row: 2))
    #expect(try read("[]").table.rowCount == 0)
  }

  @Test func anObjectOfListsIsATableOfColumns() throws {
    let table = try read("{\"speed\": [11.5, null, 12], \"result\": [\"OK\", \"NG\", \"OK\"]}").table
    #expect(try table.column("speed").cells == [11.5, nil, 12.0])
    #expect(try table.column("result").cells == ["OK", "NG", "OK"])
    let fault = #expect(throws: Fault.self) { try read("{\"a\": [1, 2], \"b\": [1]}") }
    #expect(
      fault?.in(.en) == "lots.json column b: 'b' has 1 values, 'a' has 2" || fault?.place?.column == "b")
  }

  @Test func theListWithinAnAnswerIsFoundAndSaid() throws {
    let answer = "{\"count\": 2, \"items\": [{\"a\": 1}, {\"a\": 2}], \"tags\": [\"x\"]}"
    let table = try read(answer).table
    #expect(try table.column("a").cells == [1, 2])
    #expect(table.notes.map(\.en) == ["lots.json: the rows are those of 'items'"])
    #expect(try read("{\"d\": {\"x.y\": [{\"a\": 3}]}}", rows: "d.x.y").table.column("a").cells == [3])
    #expect(try read("{\"a\": 1, \"b\": {\"c\": 2}}").table.columnNames == ["a", "b.c"])
    let fault = #expect(throws: Fault.self) { try read(answer, rows: "itmes") }
    #expect(fault?.what.en.contains("did you mean items?") == true)
    let two = #expect(throws: Fault.self) { try read("{\"p\": [{}], \"q\": [{}]}") }
    #expect(two?.remedy == "data.json { \"lots.json\", rows = \"p\" }")
  }

  @Test(arguments: [
    ("[\n  {\"a\": 1},\n  {\"温度\": 1,}\n]", 3, 12), ("[{\"a\": 1}\n{\"a\": 2}]", 2, 1),
    ("[{\"a\": 1},\n", 2, 1), ("[1] x", 1, 5), ("{\"a\": 1", 1, 8), ("", 1, 1), ("7", 1, 1),
  ])
  func damageIsNamedByLineAndColumn(_ text: String, _ line: Int, _ column: Int) {
    let fault = #expect(throws: Fault.self) { try read(text) }
    #expect(fault?.code == .format)
    #expect(fault?.place == Place(file: "lots.json", line: line))
    #expect(fault?.what.en.hasPrefix("column \(column): no JSON: ") == true, "\(fault?.what.en ?? "")")
  }

  @Test func anElementThatIsNoObjectGoesToQuarantine() throws {
    let reading = try read("[{\"a\": 1}, 7, [2], {\"a\": 2}]")
    #expect(try reading.table.column("a").cells == [1, 2])
    #expect(reading.quarantine.map(\.row) == [2, 3])
    #expect(reading.quarantine.map(\.text) == ["7", "[2]"])
  }

  @Test func aTextAmongNumbersIsSaid() throws {
    let table = try read("[{\"a\": 1}, {\"a\": 2}, {\"a\": \"n/a\"}]").table
    #expect(
      table.notes.map(\.en) == ["lots.json: column a became text because of row 3: \"n/a\" is not a number"])
    let options = ColumnOptions(missing: ["n/a"])
    #expect(try read("[{\"a\": 1}, {\"a\": \"n/a\"}]", options).table.column("a").cells == [1, nil])
  }

  @Test func moreColumnsThanAnySheetHasIsAFault() {
    let text = "[" + (0...20_000).map { "{\"k\($0)\": 1}" }.joined(separator: ",") + "]"
    let fault = #expect(throws: Fault.self) {
      try read("{" + text.dropFirst().dropLast().filter { !"{}".contains($0) } + "}")
    }
    #expect(fault?.code == .limit)
  }

  @Test func mutatedDocumentsNeverCrash() {
    let good = [
      "[{\"a\": 1, \"b\": {\"c\": [1, \"x\"]}}, {\"d\": 1e3, \"a\": \"温\"}]",
      "{\"n\": 2, \"items\": [{\"a\": 1}, {\"a\": null}]}", "{\"a\": [1, 2], \"b\": [true, false]}",
    ].map { Array($0.utf8) }
    var generator = SeededGenerator(seed: 4, for: "json document damage")
    for round in 0..<1500 {
      var bytes = good[round % good.count]
      for _ in 0...generator.below(4) {
        let at = generator.below(bytes.count)
        switch generator.below(3) {
        case 0: bytes[at] = UInt8(generator.below(256))
        case 1: bytes.remove(at: at)
        default: bytes.insert(Array("{}[],:\"1e-".utf8)[generator.below(10)], at: at)
        }
      }
      do { _ = try JSONReader.read(bytes: bytes, path: "x") } catch { #expect(error is Fault) }
    }
  }
}
