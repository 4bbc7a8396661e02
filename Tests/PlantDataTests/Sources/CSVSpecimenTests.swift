import CZlib
import PlantData
import Report
import Testing

/// Files as other programs leave them: Excel's "Unicode text", a compressed export.
@Suite struct CSVSpecimenTests {
  let scratch = Scratch()

  @Test func readsTabsInUTF16AsExcelWritesUnicodeText() throws {
    let text = "\u{FEFF}批号\tweight\tremark\r\nL1\t18.25\t\"a\tb\"\r\nL2\t\t\"两\r\n行\"\r\n"
    let bytes = TextEncodingTests.encoded(text, "UTF-16LE")
    let table = try CSVReader.read(bytes: bytes, path: "lots.txt").table
    #expect(table.columnNames == ["批号", "weight", "remark"])
    #expect(try table.column("weight").cells == [18.25, nil])
    #expect(try table.column("remark").cells == ["a\tb", "两\r\n行"])
  }

  @Test(arguments: ["BIG5", "GB18030", "UTF-16LE"])
  func readsCompressedFilesOfAnyEncoding(_ encoding: String) throws {
    let path = scratch.path + "/lots.csv.gz"
    let bytes = TextEncodingTests.encoded("批號,重量\nL1,18.25\nL2,7\n", encoding)
    let file = gzopen(path, "wb")
    gzwrite(file, bytes, UInt32(bytes.count))
    gzclose(file)
    let declared = try TextEncoding(named: encoding)
    let table = try CSVReader.read([path], CSVOptions(encoding: declared)).table
    #expect(table.columnNames == ["批號", "重量"])
    #expect(try table.column("重量").cells == [18.25, 7.0])
  }
}
