import PlantData
import Randomness
import Report
import Testing

@Suite struct CSVReaderTests {
  func read(_ text: String, _ options: CSVOptions = CSVOptions()) throws -> Reading {
    try CSVReader.read(bytes: Array(text.utf8), path: "line_3.csv", options)
  }

  func cells(_ text: String, _ column: String, _ options: CSVOptions = CSVOptions()) throws -> [Cell] {
    try read(text, options).table.column(column).cells
  }

  @Test func findsTheKindOfEveryColumn() throws {
    let table = try read(
      """
      n,x,ok,when,name,serial
      1,1.5,true,2026-03-02 06:00:03,A,007
      -2,3,false,2026-03-02 06:00:04.250,B,008
      """
    ).table
    #expect(table.columns.map(\.kind) == [.int64, .float64, .bool, .timestamp, .text, .text])
    #expect(try table.column("x").cells == [1.5, 3.0])
    #expect(try table.column("serial").cells == ["007", "008"])
    let time = Timestamp(year: 2026, month: 3, day: 2, hour: 6, minute: 0, second: 4, microsecond: 250_000)
    #expect(try table.column("when")[1] == .timestamp(time))
  }

  @Test func wholeNumbersBecomeDecimalWhenOneIs() throws {
    #expect(try cells("x\n1\n2\n2.5\n", "x") == [1.0, 2.0, 2.5])
  }

  @Test func aColumnWithALateWordIsText() throws {
    #expect(try cells("x\n1\n2\nhigh\nlow\n", "x") == ["1", "2", "high", "low"])
  }

  @Test func quotesKeepSeparatorsLineEndsAndQuotes() throws {
    let text = "a,b\r\n\"x, y\",\"two\nlines\"\r\n\"say \"\"hi\"\"\",2\r\n"
    #expect(try cells(text, "a") == ["x, y", "say \"hi\""])
    #expect(try cells(text, "b") == ["two\nlines", "2"])
  }

  @Test func emptyFieldsAndDeclaredWordsAreMissing() throws {
    #expect(try cells("x,y\n1,a\n,b\nn/a,c\n", "x", CSVOptions(missing: ["n/a"])) == [1, nil, nil])
  }

  @Test func aWordAmongNumbersIsAFaultWithARemedy() throws {
    let rows = (1...30).map { "\($0 == 17 ? "n/a" : "\($0)")\n" }.joined()
    let fault = #expect(throws: Fault.self) { try read("扭矩\n" + rows) }
    #expect(
      fault?.in(.en) == """
        line_3.csv row 18, column 扭矩: "n/a" is not a number
          try: data.csv { "line_3.csv", missing = { "n/a" } }
        """)
  }

  @Test func aWordInAColumnDeclaredToHoldNumbersIsAFault() throws {
    let declared = [
      CSVOptions(types: ["torque": .float]), CSVOptions(units: ["torque": try Unit("N·m")]),
    ]
    for options in declared {
      let fault = #expect(throws: Fault.self) { try read("id,torque\na,1.5\nb,error\n", options) }
      #expect(fault?.place == Place(file: "line_3.csv", row: 3, column: "torque"))
      #expect(fault?.remedy == "data.csv { \"line_3.csv\", missing = { \"error\" } }")
    }
    var lenient = declared[0]
    lenient.refusesWords = true
    #expect(try read("id,torque\na,1.5\nb,error\n", lenient).quarantine.map(\.row) == [3])
  }

  @Test func aMarkOfAMissingValueAmongFewNumbersIsAFault() {
    let fault = #expect(throws: Fault.self) { try read("x\n1\nn/a\n3\n") }
    #expect(fault?.remedy == "data.csv { \"line_3.csv\", missing = { \"n/a\" } }")
  }

  @Test func aColumnThatBecameTextForAFewWordsSaysSo() throws {
    let notes = try read("x\n1\nlow\n3\n4\nhigh\n").table.notes.map(\.en)
    #expect(notes == ["line_3.csv: column x became text because of row 3: \"low\" is not a number"])
    #expect(try read("x\n1\n007\n3\n").table.notes.isEmpty)
  }

  @Test func aRaggedRowGoesToQuarantineWithItsRow() throws {
    let reading = try read("a,b\n1,2\n3\n\n4,5,6\n7,8\n")
    #expect(reading.table.rowCount == 2)
    #expect(reading.quarantine.map(\.row) == [3, 5])
    #expect(reading.quarantine.map(\.text) == ["3", "4,5,6"])
    #expect(reading.table.provenance?[1] == Origin(file: "line_3.csv", row: 6))
  }

  @Test func aBadValueInADeclaredColumnGoesToQuarantineOrIsAFault() throws {
    var options = CSVOptions(types: ["torque": .float], units: ["torque": try Unit("N·m")])
    let text = "id,torque\na,1.5\nb,1.2.3\nc,2\n"
    let reading = try read(text, options)
    #expect(try reading.table.column("torque").cells == [1.5, 2.0])
    #expect(reading.quarantine.first?.reason.en == "\"1.2.3\" is not a number (N·m)")
    options.isStrict = true
    let fault = #expect(throws: Fault.self) { try read(text, options) }
    #expect(fault?.place == Place(file: "line_3.csv", row: 3, column: "torque"))
  }

  @Test func aQuoteThatIsNeverClosedCostsOneRow() throws {
    let reading = try read("a,b\n1,2\n\"3,4\n5,6\n")
    #expect(try reading.table.column("a").cells == [1, 5])
    #expect(reading.quarantine.map(\.row) == [3])
  }

  @Test func theSeparatorIsFoundOut() throws {
    for separator in [";", "\t", "|"] {
      #expect(try cells("a\(separator)b\n1\(separator)2,5\n", "a") == [1], "\(separator)")
    }
    let german = CSVOptions(separator: ";", decimal: ",")
    #expect(try cells("a;b\n1;2,5\n", "b", german) == [2.5])
  }

  @Test func aZoneIsDeclaredOrStandsInTheTimes() throws {
    let wanted = Timestamp(year: 2026, month: 3, day: 2, hour: 6, zone: Zone("+08:00"))
    for (text, options) in [
      ("2026-03-02 06:00:00", CSVOptions(zone: Zone("+08:00"))),
      ("2026-03-02T06:00:00+08:00", CSVOptions()), ("2026/3/2 6:00", CSVOptions(zone: Zone("+08:00"))),
      ("2026-03-01T22:00:00Z", CSVOptions()),
    ] {
      #expect(try cells("t\n\(text)\n", "t", options) == [.timestamp(wanted)], "\(text)")
    }
    let epoch = CSVOptions(types: ["t": .epochMilliseconds])
    #expect(try cells("t\n\(wanted.microseconds / 1000)\n", "t", epoch) == [.timestamp(wanted)])
  }

  @Test func timesWithAndWithoutAZoneDoNotMix() {
    #expect(throws: Fault.self) { try read("t\n2026-03-02 06:00:00\n2026-03-02 06:00:00Z\n") }
  }

  @Test func longDigitsAndLeadingZerosStayTexts() throws {
    #expect(try cells("x\n12345678901234567890123\n", "x") == ["12345678901234567890123"])
    #expect(try cells("x\n1\n007\n", "x") == ["1", "007"])
  }

  @Test func repeatedAndEmptyHeadersGetNames() throws {
    let table = try read(",a,a\n0,1,2\n").table
    #expect(table.columnNames == ["c1", "a", "a_2"])
    #expect(table.notes.contains { $0.en.contains("'a_2'") })
  }

  @Test func aFileOfManyPiecesReadsLikeOneOfFew() throws {
    var rows = "t,tag,value\n"
    for i in 0..<200_000 { rows += "\(i),R\(i % 7).速度,\(Double(i) / 8)\n" }
    let table = try read(rows).table
    #expect(table.rowCount == 200_000)
    #expect(try table.column("t")[199_999] == 199_999)
    #expect(try table.column("tag")[199_999] == .text("R\(199_999 % 7).速度"))
    #expect(try table.column("value")[199_999] == .float64(199_999.0 / 8))
    #expect(table.provenance?[199_999]?.row == 200_001)
  }

  @Test func damagedFilesAreFaultsOrQuarantineButNeverCrash() {
    let good = Array(
      "id,x,t,\"a b\"\n1,2.5,2026-03-02 06:00:00,\"q, \"\"r\"\"\"\n2,,2026/3/2 6:00,x\n3,1e5,,\n".utf8)
    var generator = SeededGenerator(seed: 7, for: "csv damage")
    for _ in 0..<2000 {
      var bytes = good
      for _ in 0..<(1 + generator.below(6)) {
        let at = generator.below(bytes.count)
        switch generator.below(3) {
        case 0: bytes[at] = UInt8(generator.below(256))
        case 1: bytes.insert(Array(",\"\n\r;\0".utf8)[generator.below(6)], at: at)
        default: if bytes.count > 1 { bytes.remove(at: at) }
        }
      }
      do {
        let reading = try CSVReader.read(bytes: bytes, path: "x.csv")
        #expect(reading.table.columns.allSatisfy { $0.count == reading.table.rowCount })
      } catch {
        #expect(error is Fault)
      }
    }
  }
}
