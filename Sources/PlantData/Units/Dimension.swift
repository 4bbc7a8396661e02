public import Report

/// What kind of quantity a unit measures: the exponents of length, mass, time, current and temperature
/// (ISO 80000-1).
///
///     Dimension(length: 1, time: -1).name.en      // "speed"
public struct Dimension: Sendable, Hashable {
  public var length, mass, time, current, temperature: Int

  public init(length: Int = 0, mass: Int = 0, time: Int = 0, current: Int = 0, temperature: Int = 0) {
    self.length = length
    self.mass = mass
    self.time = time
    self.current = current
    self.temperature = temperature
  }

  public static let none = Dimension()

  public static func * (left: Dimension, right: Dimension) -> Dimension {
    Dimension(
      length: left.length + right.length, mass: left.mass + right.mass, time: left.time + right.time,
      current: left.current + right.current, temperature: left.temperature + right.temperature)
  }

  /// The dimension raised to a whole power.
  public func raised(to power: Int) -> Dimension {
    Dimension(
      length: length * power, mass: mass * power, time: time * power, current: current * power,
      temperature: temperature * power)
  }
}

extension Dimension {
  /// What a technician calls it: "length", "pressure", or the exponents when it has no name.
  public var name: Text {
    if let known = Dimension.names[self] { return known }
    let parts = [("L", length), ("M", mass), ("T", time), ("I", current), ("Θ", temperature)]
    return Text(parts.filter { $0.1 != 0 }.map { "\($0.0)^\($0.1)" }.joined(separator: "·"))
  }

  private static let names: [Dimension: Text] = [
    .none: Text(en: "a plain number", zh: "无量纲"),
    Dimension(length: 1): Text(en: "length", zh: "长度"),
    Dimension(length: 2): Text(en: "area", zh: "面积"),
    Dimension(length: 3): Text(en: "volume", zh: "体积"),
    Dimension(mass: 1): Text(en: "mass", zh: "质量"),
    Dimension(time: 1): Text(en: "time", zh: "时间"),
    Dimension(time: -1): Text(en: "frequency", zh: "频率或转速"),
    Dimension(length: 1, time: -1): Text(en: "speed", zh: "速度"),
    Dimension(length: 1, time: -2): Text(en: "acceleration", zh: "加速度"),
    Dimension(length: 3, time: -1): Text(en: "volume flow", zh: "体积流量"),
    Dimension(mass: 1, time: -1): Text(en: "mass flow", zh: "质量流量"),
    Dimension(length: -3, mass: 1): Text(en: "density", zh: "密度"),
    Dimension(temperature: 1): Text(en: "temperature", zh: "温度"),
    Dimension(length: 1, mass: 1, time: -2): Text(en: "force", zh: "力"),
    Dimension(length: -1, mass: 1, time: -2): Text(en: "pressure", zh: "压力"),
    Dimension(length: 2, mass: 1, time: -2): Text(en: "torque or energy", zh: "力矩或能量"),
    Dimension(length: 2, mass: 1, time: -3): Text(en: "power", zh: "功率"),
    Dimension(current: 1): Text(en: "current", zh: "电流"),
    Dimension(length: 2, mass: 1, time: -3, current: -1): Text(en: "voltage", zh: "电压"),
    Dimension(length: 2, mass: 1, time: -3, current: -2): Text(en: "resistance", zh: "电阻"),
  ]
}
