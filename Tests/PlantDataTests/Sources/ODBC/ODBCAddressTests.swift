import PlantData
import Randomness
import Report
import Testing

@Suite struct ODBCAddressTests {
  @Test func readsConnectionTexts() throws {
    let address = try ODBCAddress("Driver={PostgreSQL Unicode}; Server=10.0.0.7;Database=plant;UID={a;b}}c};")
    #expect(address.settings.map(\.keyword) == ["Driver", "Server", "Database", "UID"])
    #expect(address["driver"] == "PostgreSQL Unicode" && address["UID"] == "a;b}c")
    #expect(address.words == "10.0.0.7/plant")
    #expect(try ODBCAddress("DSN=mes").words == "mes")
    #expect(try ODBCAddress("").settings.isEmpty)
  }

  @Test(arguments: ["DSN=mes;PWD=geheim", "DSN=mes; password = geheim", "geheim", "DSN=mes;Pwd={geheim"])
  func aPasswordInATextIsRefusedAndNotRepeated(_ text: String) {
    let fault = #expect(throws: Fault.self) { try ODBCAddress(text) }
    #expect(fault?.code == .usage)
    #expect(fault?.in(.en).contains("geheim") == false && fault?.in(.zh).contains("geheim") == false)
  }

  @Test func mutatedTextsNeverCrash() {
    let good = Array("Driver={Postgre}}SQL};Server=10.0.0.7;UID=a;Port=5432")
    var generator = SeededGenerator(seed: 9, for: "connection damage")
    for _ in 0..<1000 {
      var text = good
      for _ in 0...generator.below(4) {
        text[generator.below(text.count)] = Array("{};= 钢x")[generator.below(7)]
      }
      do { _ = try ODBCAddress(String(text)) } catch { #expect(error is Fault) }
    }
  }
}
