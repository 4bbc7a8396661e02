internal import Randomness

/// One measuring point of the control system: what it reads while a strip is in the stand, and without.
struct ScadaTag: Sendable {
  enum Quantity: Int, CaseIterable, Sendable {
    case speed, temperature, force, current, gap, water

    var chinese: String {
      switch self {
      case .speed: "速度"
      case .temperature: "温度"
      case .force: "轧制力"
      case .current: "电流"
      case .gap: "辊缝"
      case .water: "冷却水"
      }
    }

    var unit: String {
      switch self {
      case .speed: "m/s"
      case .temperature: "degC"
      case .force: "kN"
      case .current: "A"
      case .gap: "mm"
      case .water: "m3/h"
      }
    }
  }

  /// 0 ... 2 for R1 ... R3.
  var station: Int
  var quantity: Quantity

  var name: String { "R\(station + 1).\(quantity.chinese)" }

  /// Fast quantities every 2 s, slow ones every 5 s.
  var period: Double { quantity.rawValue < 3 ? 2 : 5 }

  /// The pyrometer of R1 is an American one.
  var unit: String { station == 0 && quantity == .temperature ? "degF" : quantity.unit }

  /// The clock of R2 runs ahead (s).
  static func skew(ofStation station: Int) -> Double { station == 1 ? 2.5 : 0 }

  /// What the point reads, in its unit. A strip speeds up and cools from stand to stand.
  func reading(_ unit: StripUnit?, _ generator: inout SeededGenerator) -> Double {
    let noise = generator.uniform(in: -1...1)
    let stand = Double(station)
    switch quantity {
    case .speed: return unit.map { $0.speed + 1.8 * stand + 0.06 * noise } ?? 1.2 + 0.1 * noise
    case .temperature:
      let celsius = unit.map { $0.temperature - 28 * stand + 1.5 * noise } ?? 310 + 6 * noise
      return station == 0 ? celsius * 1.8 + 32 : celsius
    case .force: return unit.map { $0.force - 1_150 * stand + 40 * noise } ?? 12 + 6 * noise
    case .current: return unit.map { $0.force * 0.11 - 90 * stand + 12 * noise } ?? 85 + 4 * noise
    case .gap:
      let gauge = unit.map { station == 2 ? $0.exitGauge : $0.entryGauge * (station == 0 ? 0.72 : 0.58) }
      return (gauge ?? 6) - 0.12 + 0.004 * noise
    case .water: return 412 + 20 * stand + 6 * noise
    }
  }
}
