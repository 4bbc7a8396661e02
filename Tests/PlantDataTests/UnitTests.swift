import PlantData
import Report
import Testing

@Suite struct UnitTests {
  func convert(_ value: Double, _ from: String, _ to: String) throws -> Double {
    try Unit(from).convert(value, to: Unit(to))
  }

  @Test(arguments: [
    (1.0, "inch", "mm", 25.4), (212, "degF", "degC", 100), (-40, "℉", "℃", -40), (0, "degC", "K", 273.15),
    (60, "m/min", "m/s", 1), (3000, "转/分", "Hz", 50), (1, "bar", "kPa", 100), (14.503_773_8, "psi", "bar", 1),
    (1, "kN·m", "N·m", 1000), (2, "h", "min", 120), (50, "%", "1", 0.5), (1, "t", "kg", 1000),
    (7850, "kg/m3", "g/cm³", 7.85), (1, "毫米", "m", 0.001), (1, "kWh", "MJ", 3.6),
    (9.80665, "m·s^-2", "m/s2", 9.80665),
  ])
  func convertsWithinADimension(_ value: Double, _ from: String, _ to: String, _ wanted: Double) throws {
    let converted = try convert(value, from, to)
    #expect(abs(converted - wanted) <= 1e-8 * max(1, abs(wanted)))
  }

  @Test func thereAndBackIsTheSameNumber() throws {
    for (one, other) in [("degF", "degC"), ("in", "mm"), ("psi", "MPa"), ("m/min", "m/s")] {
      for value in [-40, 0, 1e-3, 1742.1] {
        let back = try convert(convert(value, one, other), other, one)
        #expect(abs(back - value) <= 1e-9 * max(1, abs(value)), "\(value) \(one) by way of \(other)")
      }
    }
  }

  @Test func namesBothUnitsWhenTheyMeasureDifferentThings() throws {
    let fault = #expect(throws: Fault.self) { try convert(1, "mm", "degC") }
    #expect(fault?.code == .type)
    #expect(fault?.in(.en) == "mm (length) cannot become degC (temperature)")
    #expect(fault?.in(.zh) == "mm（长度）不能换算成 degC（温度）")
  }

  @Test func suggestsTheNearestUnit() {
    let fault = #expect(throws: Fault.self) { try Unit("degX") }
    #expect(fault?.code == .name)
    #expect(fault?.what.en.contains("did you mean deg") == true)
  }

  @Test func letterCaseIsFreeWhereItIsClear() throws {
    #expect(try Unit("RPM") == Unit("rpm"))
    #expect(try Unit("MPA").symbol == "MPa")
    #expect(try Unit("mPa") != Unit("MPa"))
  }

  @Test(arguments: ["", "/", "m/", "m//s", "^2", "m^99", "1/2/3", "m^-", "·", "µ", "🙂/s"])
  func oddTextsAreFaultsOrUnitsButNeverCrash(_ text: String) {
    do { _ = try Unit(text) } catch { #expect(error is Fault) }
  }
}
