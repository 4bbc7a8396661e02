/// What may be wrong with a strip's surface.
package enum Defect: String, CaseIterable, Sendable {
  case scratch, scale, inclusion

  var chinese: String {
    switch self {
    case .scratch: "划痕"
    case .scale: "氧化皮"
    case .inclusion: "夹杂"
    }
  }
}

/// One produced piece, as it truly was; each system sees a part of it in its own words.
package struct StripUnit: Sendable {
  /// From 1, in the order of rolling.
  var number: Int
  var coil: Int
  /// Seconds since the start of the shift when the head enters stand 1, 2 and 3.
  var headIn: [Double]
  /// Rolling speed at stand 1 (m/s).
  package var speed: Double
  /// Strip temperature at stand 1 (degC).
  package var temperature: Double
  /// Rolling force at stand 1 (kN).
  var force: Double
  var entryGauge: Double
  /// Thickness behind the last stand (mm).
  var exitGauge: Double
  package var defect: Defect?
  /// How clearly the camera shows the defect, 0 ... 1.
  var clearness: Double
  /// A cooling-water stain: looks like scale and harms nothing.
  package var hasStain: Bool
  /// What the inspector booked: nearly always the truth.
  package var isBookedGood: Bool

  /// When stand `station` (0 ... 2) books the piece: a little after its head came in.
  func booked(at station: Int) -> Double { headIn[station] + 2.2 }

  var start: Double { headIn[0] - 2 }
  var end: Double { headIn[2] + 26 }

  /// "SN000123".
  var serial: String { "SN" + String(number + 1_000_000).dropFirst() }
}
