import PlantData
import Randomness
import Report
import Testing

/// Workbooks that are wrong inside.
@Suite struct ExcelDamageTests {
  let scratch = Scratch()

  /// A workbook of these parts.
  func workbook(_ parts: [(String, String)]) throws -> [UInt8] {
    let path = scratch.path + "/made.xlsx"
    let archive = try ZipWriter(path)
    for (name, text) in parts {
      try archive.add(name) { write in try Array(text.utf8).withUnsafeBytes { try write($0) } }
    }
    try archive.finish()
    return try bytes(of: path)
  }

  func bytes(of path: String) throws -> [UInt8] {
    let file = try FileBytes.read(path)
    return withExtendedLifetime(file) { Array(file.bytes) }
  }

  static let relations = """
    <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" \
    Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" \
    Target="worksheets/sheet1.xml"/></Relationships>
    """
  static let book = """
    <workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>\
    <sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>
    """

  func sheet(_ rows: String) throws -> [UInt8] {
    try workbook([
      ("xl/workbook.xml", ExcelDamageTests.book), ("xl/_rels/workbook.xml.rels", ExcelDamageTests.relations),
      ("xl/worksheets/sheet1.xml", rows),
    ])
  }

  static let good = """
    <worksheet xmlns="x"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>speed</t></is></c></row>
    <row r="2"><c r="A2"><v>11.5</v></c></row>
    <row r="3"><c r="A3"><v>12</v></c></row></sheetData><mergeCells><mergeCell ref="A2:A3"/></mergeCells></worksheet>
    """

  @Test(arguments: [
    ("<v>12</v>", "<v>1x</v>", 3, "A", "\"1x\" is not a number"),
    ("<c r=\"A3\">", "<c r=\"A3\" t=\"s\">", 3, "A", "\"12\" is not the number of a text"),
    ("r=\"A3\"", "r=\"3A\"", 3, nil, "'3A' is no cell"),
    ("<v>12</v></c>", "<v>12</v>", 3, nil, "xl/worksheets/sheet1.xml line 3, column"),
  ])
  func aWrongCellIsNamed(_ right: String, _ wrong: String, _ row: Int, _ column: String?, _ words: String)
    throws
  {
    let bytes = try sheet(ExcelDamageTests.good.replacing(right, with: wrong))
    let fault = #expect(throws: Fault.self) { try ExcelReader.read(bytes: bytes, path: "a.xlsx") }
    #expect(fault?.place == Place(file: "a.xlsx:S", row: row, column: column))
    #expect(fault?.what.en.hasPrefix(words) == true, "\(fault?.what.en ?? "")")
  }

  @Test func entitiesAreNotExpanded() throws {
    var bomb = "<!DOCTYPE x [<!ENTITY a0 \"ha\">"
    for i in 1...9 { bomb += "<!ENTITY a\(i) \"" + String(repeating: "&a\(i - 1);", count: 10) + "\">" }
    let bytes = try sheet(
      bomb + "]>" + ExcelDamageTests.good.replacing("speed", with: "&a9;"))
    let fault = #expect(throws: Fault.self) { try ExcelReader.read(bytes: bytes, path: "a.xlsx") }
    #expect(fault?.what.en.contains("DOCTYPE") == true)
  }

  @Test func aFileThatSwellsBeyondItsStatedSizeIsDamaged() throws {
    var bytes = try sheet(ExcelDamageTests.good)
    let whole = ExcelDamageTests.good.utf8.count
    // The sheet's size stands in the last entry of the directory.
    let entry = try #require((0..<bytes.count - 4).last { Array(bytes[$0..<$0 + 4]) == [0x50, 0x4B, 1, 2] })
    #expect(Int(bytes[entry + 24]) + Int(bytes[entry + 25]) << 8 == whole)
    bytes[entry + 24] -= 1
    #expect(throws: Fault.self) { try ExcelReader.read(bytes: bytes, path: "a.xlsx") }
  }

  @Test func mutatedArchivesNeverCrash() throws {
    let good = try sheet(ExcelDamageTests.good)
    var generator = SeededGenerator(seed: 6, for: "zip damage")
    for _ in 0..<1500 {
      var bytes = good
      for _ in 0...generator.below(3) {
        let at = generator.below(bytes.count)
        if generator.below(4) == 0 {
          bytes.removeSubrange(at...)
        } else {
          bytes[at] = UInt8(generator.below(256))
        }
        if bytes.isEmpty { break }
      }
      do { _ = try ExcelReader.read(bytes: bytes, path: "x") } catch { #expect(error is Fault) }
    }
  }

  @Test func mutatedSheetsNeverCrash() throws {
    let good = Array(ExcelDamageTests.good.utf8)
    var generator = SeededGenerator(seed: 7, for: "sheet damage")
    for _ in 0..<400 {
      var bytes = good
      for _ in 0...generator.below(4) {
        let at = generator.below(bytes.count)
        switch generator.below(3) {
        case 0: bytes[at] = UInt8(generator.below(256))
        case 1: bytes.remove(at: at)
        default: bytes.insert(Array("<>/=\"&;A9Ze-".utf8)[generator.below(12)], at: at)
        }
      }
      let path = scratch.path + "/mutated.xlsx"
      let archive = try ZipWriter(path)
      for (name, text) in [
        ("xl/workbook.xml", ExcelDamageTests.book),
        ("xl/_rels/workbook.xml.rels", ExcelDamageTests.relations),
      ] {
        try archive.add(name) { write in try Array(text.utf8).withUnsafeBytes { try write($0) } }
      }
      try archive.add("xl/worksheets/sheet1.xml") { write in try bytes.withUnsafeBytes { try write($0) } }
      try archive.finish()
      do { _ = try ExcelReader.read(path) } catch { #expect(error is Fault) }
    }
  }
}
