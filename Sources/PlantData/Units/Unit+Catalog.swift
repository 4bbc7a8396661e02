/// One unit with every way a plant spells it, Chinese ones too.
struct UnitEntry {
  var symbol: String
  var aliases: [String] = []
  var dimension: Dimension
  var scale: Double
  var offset = 0.0
  /// Takes the SI prefixes: kW, mA, µm.
  var takesPrefix = false
}

extension Unit {
  private static let force = Dimension(length: 1, mass: 1, time: -2)
  private static let pressure = Dimension(length: -1, mass: 1, time: -2)
  private static let energy = Dimension(length: 2, mass: 1, time: -2)
  private static let power = Dimension(length: 2, mass: 1, time: -3)
  private static let voltage = Dimension(length: 2, mass: 1, time: -3, current: -1)
  private static let resistance = Dimension(length: 2, mass: 1, time: -3, current: -2)

  /// The units known by name. Factors: NIST SP 811 (2008), appendix B.
  static let entries: [UnitEntry] = lengths + times + masses + temperatures + mechanics + electrics + numbers

  private static let lengths = [
    UnitEntry(
      symbol: "m", aliases: ["meter", "metre", "米"], dimension: Dimension(length: 1), scale: 1,
      takesPrefix: true),
    UnitEntry(
      symbol: "mm", aliases: ["millimeter", "millimetre", "毫米"], dimension: Dimension(length: 1),
      scale: 0.001),
    UnitEntry(
      symbol: "cm", aliases: ["centimeter", "centimetre", "厘米"], dimension: Dimension(length: 1),
      scale: 0.01),
    UnitEntry(
      symbol: "µm", aliases: ["um", "μm", "micron", "微米", "μ"], dimension: Dimension(length: 1), scale: 1e-6),
    UnitEntry(symbol: "km", aliases: ["千米", "公里"], dimension: Dimension(length: 1), scale: 1000),
    UnitEntry(
      symbol: "in", aliases: ["inch", "inches", "\"", "英寸", "吋"], dimension: Dimension(length: 1),
      scale: 0.0254),
    UnitEntry(
      symbol: "ft", aliases: ["foot", "feet", "英尺"], dimension: Dimension(length: 1), scale: 0.3048),
    UnitEntry(symbol: "mil", aliases: ["thou", "密耳"], dimension: Dimension(length: 1), scale: 0.0000254),
    UnitEntry(
      symbol: "L", aliases: ["l", "liter", "litre", "升"], dimension: Dimension(length: 3), scale: 0.001),
  ]

  private static let times = [
    UnitEntry(
      symbol: "s", aliases: ["sec", "second", "seconds", "秒"], dimension: Dimension(time: 1), scale: 1,
      takesPrefix: true),
    UnitEntry(
      symbol: "ms", aliases: ["millisecond", "milliseconds", "毫秒"], dimension: Dimension(time: 1),
      scale: 0.001),
    UnitEntry(
      symbol: "min", aliases: ["minute", "minutes", "分", "分钟"], dimension: Dimension(time: 1), scale: 60),
    UnitEntry(
      symbol: "h", aliases: ["hr", "hour", "hours", "时", "小时"], dimension: Dimension(time: 1), scale: 3600),
    UnitEntry(symbol: "d", aliases: ["day", "days", "天", "日"], dimension: Dimension(time: 1), scale: 86400),
    UnitEntry(
      symbol: "Hz", aliases: ["hertz", "赫兹"], dimension: Dimension(time: -1), scale: 1, takesPrefix: true),
    UnitEntry(
      symbol: "rpm", aliases: ["r/min", "rev/min", "转/分", "转/分钟", "转每分"], dimension: Dimension(time: -1),
      scale: 1 / 60.0),
  ]

  private static let masses = [
    UnitEntry(
      symbol: "kg", aliases: ["kilogram", "千克", "公斤"], dimension: Dimension(mass: 1), scale: 1),
    UnitEntry(
      symbol: "g", aliases: ["gram", "克"], dimension: Dimension(mass: 1), scale: 0.001, takesPrefix: true),
    UnitEntry(
      symbol: "t", aliases: ["ton", "tonne", "tonnes", "吨"], dimension: Dimension(mass: 1), scale: 1000),
    UnitEntry(
      symbol: "lb", aliases: ["lbs", "pound", "磅"], dimension: Dimension(mass: 1), scale: 0.45359237),
  ]

  private static let temperatures = [
    UnitEntry(symbol: "K", aliases: ["kelvin", "开尔文"], dimension: Dimension(temperature: 1), scale: 1),
    UnitEntry(
      symbol: "degC", aliases: ["℃", "°C", "celsius", "摄氏度", "deg C"],
      dimension: Dimension(temperature: 1), scale: 1, offset: 273.15),
    UnitEntry(
      symbol: "degF", aliases: ["℉", "°F", "fahrenheit", "华氏度", "deg F"],
      dimension: Dimension(temperature: 1), scale: 5 / 9.0, offset: 459.67 * 5 / 9),
  ]

  private static let mechanics = [
    UnitEntry(symbol: "N", aliases: ["newton", "牛", "牛顿"], dimension: force, scale: 1, takesPrefix: true),
    UnitEntry(symbol: "kN", aliases: ["千牛"], dimension: force, scale: 1000),
    UnitEntry(symbol: "kgf", aliases: ["公斤力", "千克力"], dimension: force, scale: 9.80665),
    UnitEntry(symbol: "tf", aliases: ["吨力"], dimension: force, scale: 9806.65),
    UnitEntry(symbol: "N·m", aliases: ["Nm", "牛米", "牛·米"], dimension: energy, scale: 1),
    UnitEntry(symbol: "kN·m", aliases: ["kNm", "千牛米"], dimension: energy, scale: 1000),
    UnitEntry(symbol: "Pa", aliases: ["帕", "帕斯卡"], dimension: pressure, scale: 1, takesPrefix: true),
    UnitEntry(symbol: "kPa", aliases: ["千帕"], dimension: pressure, scale: 1000),
    UnitEntry(symbol: "MPa", aliases: ["兆帕"], dimension: pressure, scale: 1e6),
    UnitEntry(symbol: "bar", aliases: ["巴"], dimension: pressure, scale: 1e5, takesPrefix: true),
    UnitEntry(symbol: "psi", aliases: ["lbf/in2"], dimension: pressure, scale: 6894.757293168),
    UnitEntry(symbol: "atm", aliases: ["标准大气压"], dimension: pressure, scale: 101325),
    UnitEntry(symbol: "J", aliases: ["joule", "焦", "焦耳"], dimension: energy, scale: 1, takesPrefix: true),
    UnitEntry(symbol: "kWh", aliases: ["kW·h", "度", "千瓦时"], dimension: energy, scale: 3.6e6),
  ]

  private static let electrics = [
    UnitEntry(symbol: "W", aliases: ["watt", "瓦", "瓦特"], dimension: power, scale: 1, takesPrefix: true),
    UnitEntry(symbol: "kW", aliases: ["千瓦"], dimension: power, scale: 1000),
    UnitEntry(
      symbol: "A", aliases: ["ampere", "amp", "安", "安培"], dimension: Dimension(current: 1), scale: 1,
      takesPrefix: true),
    UnitEntry(symbol: "V", aliases: ["volt", "伏", "伏特"], dimension: voltage, scale: 1, takesPrefix: true),
    UnitEntry(
      symbol: "Ω", aliases: ["ohm", "欧", "欧姆", "Ω"], dimension: resistance, scale: 1, takesPrefix: true),
  ]

  private static let numbers = [
    UnitEntry(symbol: "%", aliases: ["percent", "％", "百分比"], dimension: .none, scale: 0.01),
    UnitEntry(symbol: "‰", aliases: ["permille"], dimension: .none, scale: 0.001),
    UnitEntry(symbol: "ppm", dimension: .none, scale: 1e-6),
    UnitEntry(symbol: "1", aliases: ["number", "个"], dimension: .none, scale: 1),
  ]
}
