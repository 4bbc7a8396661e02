internal import Randomness
internal import Report

/// The control system's history: one file an hour, in GB18030, a line for every sample.
struct ScadaHistory {
  let shift: Shift
  let seed: UInt64

  /// OPC quality codes.
  enum Quality: Int { case bad = 0, uncertain = 64, good = 192 }

  /// Writes the files and returns how many samples they hold.
  func write(to folder: DemoFolder) throws -> Int {
    try folder.make("history")
    let tags = (0..<3).flatMap { station in
      ScadaTag.Quantity.allCases.map { ScadaTag(station: station, quantity: $0) }
    }
    let names = try tags.map { try gb18030($0.name) }
    let header = try gb18030("时间,点位,数值,质量\r\n")
    var stands = (0..<3).map { PassFinder(shift: shift, station: $0) }
    var generators = tags.indices.map { SeededGenerator(seed: seed, for: "scada", $0) }
    var samples = 0
    for hour in 0..<shift.hours {
      var bytes = header
      for second in (hour * 3600)..<((hour + 1) * 3600) {
        try Interruption.check()
        for (i, tag) in tags.enumerated() {
          let phase = i % Int(tag.period)
          guard second % Int(tag.period) == phase else { continue }
          let time = Double(second) + Double(i) * 0.013
          let unit = stands[tag.station].unit(at: time)
          let line = sample(tag, names[i], time, unit, &generators[i])
          bytes += line
          samples += 1
          if generators[i].uniform() < 0.001 {
            bytes += line
            samples += 1
          }
        }
      }
      let name = hour + 6 < 10 ? "0\(hour + 6)" : "\(hour + 6)"
      try folder.write(bytes, to: "history/\(ShiftClock.date)_\(name).csv")
    }
    return samples
  }

  /// One line; a few are bad, uncertain, empty or a spike that the sensor believes.
  private func sample(
    _ tag: ScadaTag, _ name: [UInt8], _ time: Double, _ unit: StripUnit?, _ generator: inout SeededGenerator
  ) -> [UInt8] {
    let value = tag.reading(unit, &generator)
    let fate = generator.uniform()
    let places = tag.quantity == .gap ? 3 : tag.quantity == .speed ? 2 : 1
    let (text, quality): (String, Quality) =
      switch fate {
      case ..<0.006: ("0", .bad)
      case ..<0.012: (value.fixed(places), .uncertain)
      case ..<0.015: ("", .bad)
      case ..<0.019: ((value * 9).fixed(places), .good)
      default: (value.fixed(places), .good)
      }
    let stamp = ShiftClock.stamp(time + ScadaTag.skew(ofStation: tag.station))
    return Array(stamp.utf8) + [0x2C] + name + Array(",\(text),\(quality.rawValue)\r\n".utf8)
  }
}

/// Which piece is in a stand, asked in the order of time.
private struct PassFinder {
  let shift: Shift
  let station: Int
  private var next = 0

  init(shift: Shift, station: Int) {
    self.shift = shift
    self.station = station
  }

  mutating func unit(at time: Double) -> StripUnit? {
    while next < shift.units.count, shift.units[next].headIn[station] + Shift.passLength < time { next += 1 }
    guard next < shift.units.count, shift.units[next].headIn[station] <= time else { return nil }
    return shift.units[next]
  }
}
