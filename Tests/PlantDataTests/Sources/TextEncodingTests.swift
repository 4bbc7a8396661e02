import CText
import Glibc
import PlantData
import Report
import Testing

@Suite struct TextEncodingTests {
  static func encoded(_ text: String, _ encoding: String) -> [UInt8] {
    let converter = iconv_open(encoding, "UTF-8")
    defer { iconv_close(converter) }
    var source = Array(text.utf8).map { CChar(bitPattern: $0) }
    var target = [CChar](repeating: 0, count: source.count * 4 + 8)
    var sourceLeft = source.count, targetLeft = target.count
    source.withUnsafeMutableBufferPointer { from in
      target.withUnsafeMutableBufferPointer { to in
        var input = from.baseAddress, output = to.baseAddress
        _ = iconv(converter, &input, &sourceLeft, &output, &targetLeft)
      }
    }
    return target.prefix(target.count - targetLeft).map { UInt8(bitPattern: $0) }
  }

  let text = "时间,点位,数值,质量\n2026-03-02 06:00:03,R1.速度,11.42,192\n2026-03-02 06:00:04,R2.温度,951.5,192\n"

  @Test(arguments: ["UTF-8", "GB18030", "GBK"])
  func findsTheEncodingOfAChineseFile(_ encoding: String) throws {
    let bytes = TextEncodingTests.encoded(text, encoding)
    let table = try CSVReader.read(bytes: bytes, path: "h.csv").table
    #expect(table.columnNames == ["时间", "点位", "数值", "质量"])
    #expect(try table.column("点位").cells == ["R1.速度", "R2.温度"])
    #expect(table.notes.contains { $0.en.contains("encoding taken to be gb18030") } == (encoding != "UTF-8"))
  }

  @Test func findsTraditionalChinese() throws {
    let traditional = "時間,設備,狀態,備註\n1,軋機,運轉正常,檢查通過\n2,冷卻床,等待,停機檢修\n"
    let table = try CSVReader.read(
      bytes: TextEncodingTests.encoded(traditional, "BIG5"), path: "h.csv"
    ).table
    #expect(table.columnNames == ["時間", "設備", "狀態", "備註"])
  }

  @Test(arguments: ["UTF-16LE", "UTF-16BE"])
  func readsUTF16WithAndWithoutMark(_ encoding: String) throws {
    let marked = TextEncodingTests.encoded("\u{FEFF}a,速度\n1,2\n", encoding)
    #expect(try CSVReader.read(bytes: marked, path: "h.csv").table.columnNames == ["a", "速度"])
    let bare = TextEncodingTests.encoded("a,speed\n1,2\n", encoding)
    #expect(try CSVReader.read(bytes: bare, path: "h.csv").table.columnNames == ["a", "speed"])
  }

  @Test func aByteOrderMarkIsNoPartOfTheFirstName() throws {
    let bytes: [UInt8] = [0xEF, 0xBB, 0xBF] + Array("a,b\n1,2\n".utf8)
    #expect(try CSVReader.read(bytes: bytes, path: "h.csv").table.columnNames == ["a", "b"])
  }

  @Test func aLoneDegreeSignOfAWesternMachineIsNotChinese() throws {
    let bytes = Array("T [".utf8) + [0xB0] + Array("C],x\n1,2\n".utf8)
    #expect(try CSVReader.read(bytes: bytes, path: "h.csv").table.columnNames == ["T [°C]", "x"])
  }

  @Test func anUndecodableByteIsNamedWithFileRowAndByte() {
    let bytes = Array("a,b\n1,x\n2,".utf8) + [0xFF, 0x0A]
    for encoding in [TextEncoding.utf8, .gb18030] {
      let fault = #expect(throws: Fault.self) {
        try CSVReader.read(bytes: bytes, path: "h.csv", CSVOptions(encoding: encoding))
      }
      #expect(fault?.code == .encoding)
      #expect(fault?.place == Place(file: "h.csv", row: 3))
      #expect(fault?.what.en == "byte 3 of the row, 0xFF, is no \(encoding.rawValue) character")
    }
  }

  @Test func namesOfEncodingsAreForgiving() throws {
    #expect(try TextEncoding(named: "GB2312") == .gb18030)
    #expect(try TextEncoding(named: "UTF8") == .utf8)
    let fault = #expect(throws: Fault.self) { try TextEncoding(named: "gb18303") }
    #expect(fault?.in(.en) == "unknown encoding 'gb18303' · did you mean 'gb18030'?")
  }
}
