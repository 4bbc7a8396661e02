import PlantData
import Report
import Testing

@Suite struct QuantityTests {
  @Test func readsNumberAndUnit() throws {
    #expect(try Quantity("2 s") == Quantity(2, Unit("s")))
    #expect(try Quantity("-2.5s").value == -2.5)
    #expect(try Quantity("1e3 mm").value(in: Unit("m")) == 1)
    #expect(try Quantity("0.5").unit == nil)
  }

  @Test func refusesATextWithoutANumber() {
    #expect(throws: Fault.self) { try Quantity("fast") }
  }
}
