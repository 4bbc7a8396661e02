import PlantData
import Testing

@Suite struct ColumnBuilderTests {
  @Test func keepsValuesAndWhatIsMissing() throws {
    let builder = ColumnBuilder("speed", .float64, unit: try Unit("m/s"))
    for i in 0..<200 { if i % 7 == 3 { builder.appendMissing() } else { builder.append(Double(i)) } }
    let column = builder.finish()
    #expect(column.count == 200)
    #expect(column.missing == 29)
    #expect(column[3] == nil)
    #expect(column[198] == 198.0)
    #expect(column.unit?.symbol == "m/s")
  }

  @Test func keepsEachTextOnce() {
    let builder = ColumnBuilder("tag", .text)
    for i in 0..<1000 { builder.append("点位 \(i % 300)") }
    let column = builder.finish()
    guard case .text(let codes, let dictionary) = column.values else { return #expect(Bool(false)) }
    #expect(dictionary.count == 300)
    #expect(codes[0] == codes[300])
    #expect(column[299] == "点位 299")
    #expect(dictionary.code(of: "点位 17") == 17)
    #expect(dictionary.code(of: "点位 300") == nil)
  }

  @Test func startsAnewAfterFinish() {
    let builder = ColumnBuilder("ok", .bool)
    builder.append(true)
    builder.appendMissing()
    #expect(builder.finish().cells == [true, nil])
    builder.append(false)
    #expect(builder.finish().cells == [false])
  }

  @Test(arguments: [Kind.bool, .int64, .float64, .text, .timestamp, .image])
  func anythingMayBeMissing(kind: Kind) {
    let builder = ColumnBuilder("x", kind)
    builder.appendMissing()
    #expect(builder.finish().cells == [nil])
  }

  @Test func joiningRenumbersTextsAndKeepsMissing() throws {
    let top = Column("tag", ["a", nil, "b"])
    let bottom = Column("tag", ["b", "c"])
    let joined = try Column.joining([top, bottom])
    #expect(joined.cells == ["a", nil, "b", "b", "c"])
    #expect(joined.missing == 1)
  }

  @Test func joiningIntegersAndNumbersGivesNumbers() throws {
    #expect(try Column.joining([Column("x", [1]), Column("x", [2.5])]).cells == [1.0, 2.5])
    #expect(throws: (any Error).self) { try Column.joining([Column("x", [1]), Column("x", ["a"])]) }
  }
}
