import PlantData
import Randomness
import Report
import Testing

/// Documents made after the schemas B2MML V0600 (MESA International, March 2013).
@Suite struct B2MMLReaderTests {
  static let performance = """
    <?xml version="1.0" encoding="UTF-8"?>
    <b:ProductionPerformance xmlns:b="http://www.mesa.org/xml/B2MML-V0600"
        xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:p="urn:plant">
      <b:ID>PP-0302</b:ID>
      <b:Location><b:EquipmentID>Xinyu</b:EquipmentID><b:EquipmentElementLevel>Site</b:EquipmentElementLevel>
        <b:Location><b:EquipmentID>hot mill</b:EquipmentID></b:Location></b:Location>
      <b:PublishedDate>2026-03-02T18:00:00+08:00</b:PublishedDate>
      <b:ProductionResponse>
        <b:ID>R1</b:ID><b:ProductionRequestID>WO-17</b:ProductionRequestID>
        <b:SegmentResponse>
          <b:ID>007</b:ID><b:ProcessSegmentID>粗轧</b:ProcessSegmentID>
          <b:Description>first pass</b:Description><b:Description>第一道次</b:Description>
          <b:ActualStartTime>2026-03-02T06:00:03+08:00</b:ActualStartTime>
          <b:ActualEndTime>2026-03-02T06:00:41+08:00</b:ActualEndTime>
          <b:ProductionData><b:ID>force</b:ID><b:Value><b:ValueString>812.5</b:ValueString>
            <b:DataType>double</b:DataType><b:UnitOfMeasure>kN</b:UnitOfMeasure></b:Value></b:ProductionData>
          <b:ProductionData><b:ID>length</b:ID><b:Value><b:ValueString>11</b:ValueString>
            <b:DataType>int</b:DataType><b:UnitOfMeasure>m</b:UnitOfMeasure></b:Value></b:ProductionData>
          <b:EquipmentActual><b:EquipmentID>R1</b:EquipmentID></b:EquipmentActual>
          <b:MaterialConsumedActual><b:MaterialLotID>L1</b:MaterialLotID><b:Quantity>
            <b:QuantityString>18.25</b:QuantityString><b:DataType>Measure</b:DataType>
            <b:UnitOfMeasure>t</b:UnitOfMeasure></b:Quantity></b:MaterialConsumedActual>
          <b:MaterialProducedActual><b:MaterialLotID>C1</b:MaterialLotID></b:MaterialProducedActual>
          <b:SegmentState>Completed</b:SegmentState>
        </b:SegmentResponse>
        <b:SegmentResponse>
          <b:ID>008</b:ID><b:ProcessSegmentID xsi:nil="true"/>
          <b:ActualStartTime>2026-03-02T06:01:00+08:00</b:ActualStartTime>
          <b:ProductionData><b:ID>force</b:ID><b:Value><b:ValueString>640</b:ValueString>
            <b:DataType>double</b:DataType><b:UnitOfMeasure>kN</b:UnitOfMeasure></b:Value></b:ProductionData>
          <b:ProductionData><b:ID>length</b:ID><b:Value><b:ValueString>3.5</b:ValueString>
            <b:DataType>double</b:DataType><b:UnitOfMeasure>ft</b:UnitOfMeasure></b:Value></b:ProductionData>
          <b:MaterialConsumedActual><b:MaterialLotID>L2</b:MaterialLotID></b:MaterialConsumedActual>
          <p:shift>night</p:shift>
        </b:SegmentResponse>
      </b:ProductionResponse>
    </b:ProductionPerformance>
    """

  func read(
    _ table: String, _ text: String = performance, _ options: ColumnOptions = ColumnOptions()
  ) throws -> Reading {
    try B2MMLReader.read(bytes: Array(text.utf8), path: "p.xml", table: table, options)
  }

  @Test func eachOccurrenceOfAnElementIsARow() throws {
    let table = try read("SegmentResponse").table
    #expect(
      table.columnNames == [
        "ProductionPerformance.ID", "ProductionResponse.ID", "ProductionResponse.ProductionRequestID", "ID",
        "ProcessSegmentID", "Description", "Description_2", "ActualStartTime", "ActualEndTime",
        "ProductionData.force", "ProductionData.length", "ProductionData.length.UnitOfMeasure",
        "SegmentState",
        "Extended.shift",
      ])
    #expect(try table.column("ID").cells == ["007", "008"])
    #expect(try table.column("ProductionResponse.ProductionRequestID").cells == ["WO-17", "WO-17"])
    #expect(try table.column("ProcessSegmentID").cells == ["粗轧", nil])
    #expect(try table.column("Description_2").cells == ["第一道次", nil])
    #expect(try table.column("Extended.shift").cells == [nil, "night"])
    let start = Timestamp(year: 2026, month: 3, day: 2, hour: 6, second: 3, zone: Zone("+08:00"))
    #expect(try table.column("ActualStartTime")[0] == .timestamp(start))
    #expect(try table.column("ActualStartTime").zone == Zone("+08:00"))
    #expect(table.provenance?[0] == Origin(file: "p.xml:SegmentResponse", row: 10))
  }

  @Test func aUnitThatAllRowsShareIsTheColumns() throws {
    let table = try read("SegmentResponse").table
    #expect(try table.column("ProductionData.force").cells == [812.5, 640.0])
    #expect(try table.column("ProductionData.force").unit == Unit("kN"))
    #expect(try table.column("ProductionData.length").cells == [11.0, 3.5])
    #expect(try table.column("ProductionData.length").unit == nil)
    #expect(try table.column("ProductionData.length.UnitOfMeasure").cells == ["m", "ft"])
  }

  @Test func whatAnElementStandsInIsNamedByItsIdentifiers() throws {
    let table = try read("MaterialConsumedActual").table
    #expect(try table.column("SegmentResponse.ID").cells == ["007", "008"])
    #expect(try table.column("MaterialLotID").cells == ["L1", "L2"])
    #expect(try table.column("Quantity").cells == [18.25, nil])
    #expect(try table.column("Quantity").unit == Unit("t"))
    let whole = try read("ProductionPerformance").table
    #expect(try whole.column("Location.EquipmentID").cells == ["Xinyu"])
    #expect(try whole.column("Location.Location.EquipmentID").cells == ["hot mill"])
  }

  @Test func lotsHaveTheirProperties() throws {
    let lots = """
      <MaterialInformation xmlns="http://www.wbf.org/xml/B2MML-V0401"><ID>S1</ID>
      <MaterialLot><ID>L1</ID><MaterialDefinitionID>Q235</MaterialDefinitionID><MaterialLotProperty><ID>heat</ID>
      <Value><ValueString>7</ValueString><DataType>int</DataType><UnitOfMeasure/></Value></MaterialLotProperty>
      <MaterialSubLot><ID>L1-1</ID></MaterialSubLot></MaterialLot>
      <MaterialLot><ID>L2</ID><MaterialLotProperty><ID>heat</ID>
      <Value><ValueString>7x</ValueString><DataType>int</DataType></Value></MaterialLotProperty></MaterialLot>
      <MaterialLot><ID>L3</ID></MaterialLot></MaterialInformation>
      """
    let reading = try read("MaterialLot", lots)
    #expect(try reading.table.column("MaterialLotProperty.heat").cells == [7, nil])
    #expect(try reading.table.column("ID").cells == ["L1", "L3"])
    #expect(reading.quarantine.map(\.row) == [5])
    #expect(reading.quarantine.first?.column == "MaterialLotProperty.heat")
    #expect(reading.quarantine.first?.reason.en == "\"7x\" is not a number")
    #expect(throws: Fault.self) { try read("MaterialLot", lots, ColumnOptions(isStrict: true)) }
    #expect(try read("MaterialSubLot", lots).table.column("MaterialLot.ID").cells == ["L1"])
  }

  @Test func theTableThatWasMeantIsOffered() {
    let fault = #expect(throws: Fault.self) { try read("SegmentResponce") }
    #expect(fault?.in(.en) == "p.xml: no table 'SegmentResponce' · did you mean SegmentResponse?")
  }

  @Test(arguments: [
    ("<b:ID>007</b:ID>", "<b:ID>007</b:Id>", 11, "mismatch"),
    ("</b:ProductionPerformance>", "", 36, "cut off"),
    ("粗轧", "&rough;", 11, "rough"), ("<b:ID>PP-0302", "<b:ID a=1>PP-0302", 4, ""),
  ])
  func damageIsNamedByLineAndColumn(_ right: String, _ wrong: String, _ line: Int, _ words: String) {
    let fault = #expect(throws: Fault.self) {
      try read("SegmentResponse", Self.performance.replacing(right, with: wrong))
    }
    #expect(
      fault?.code == .format && fault?.place == Place(file: "p.xml", line: line), "\(fault?.in(.en) ?? "")")
    #expect(fault?.what.en.hasPrefix("column ") == true && fault?.what.en.contains(words) == true)
  }

  @Test func aDocumentTypeIsRefusedBeforeAnythingIsExpanded() {
    for declared in [
      "<!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;\">]>",
      "<!DOCTYPE x SYSTEM \"http://example.com/x.dtd\">",
      "<!DOCTYPE x [<!ENTITY f SYSTEM \"file:///etc/passwd\">]>",
    ] {
      let fault = #expect(throws: Fault.self) { try read("x", declared + "<x><y>&b;&f;</y></x>") }
      #expect(fault?.what.en.contains("DOCTYPE") == true)
    }
  }

  @Test func mutatedDocumentsNeverCrash() {
    let good = Array(Self.performance.utf8)
    var generator = SeededGenerator(seed: 8, for: "b2mml damage")
    let odd = Array("<>/=\"&;b:?!-x".utf8)
    for _ in 0..<1000 {
      var bytes = good
      for _ in 0...generator.below(4) {
        let at = generator.below(bytes.count)
        switch generator.below(4) {
        case 0: bytes[at] = UInt8(generator.below(256))
        case 1: bytes.remove(at: at)
        case 2: bytes.insert(odd[generator.below(odd.count)], at: at)
        default: bytes.removeSubrange(at..<min(bytes.count, at + generator.below(40)))
        }
      }
      do { _ = try B2MMLReader.read(bytes: bytes, path: "x", table: "SegmentResponse") } catch {
        #expect(error is Fault)
      }
    }
  }
}
