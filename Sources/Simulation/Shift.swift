internal import Glibc
internal import Randomness
internal import Report

/// Everything that truly happened in the simulated shift, before any system wrote it down.
package struct Shift: Sendable {
  let seed: UInt64
  package let units: [StripUnit]
  /// One for about every 20 units.
  let coils: Int
  /// How long the shift is (h): 12 for 1,200 pieces.
  let hours: Int

  /// How long a strip is in a stand (s).
  static let passLength = 20.0

  package init(seed: UInt64, units count: Int) {
    self.seed = seed
    coils = max(3, (count + 19) / 20)
    hours = max(1, (count + 99) / 100)
    let cadence = (Double(hours) * 3600 - 200) / Double(count)
    let moods = (0..<coils).map { CoilMood(seed: seed, coil: $0) }
    let perCoil = (count + coils - 1) / coils
    units = (0..<count).map { index in
      StripUnit(
        number: index + 1, coil: index / perCoil, start: Double(index) * cadence,
        mood: moods[index / perCoil],
        generator: SeededGenerator(seed: seed, for: "unit", index))
    }
  }
}

/// What the pieces of one coil share: the furnace's heat, the steel's cleanness.
struct CoilMood: Sendable {
  var temperature: Double
  var speed: Double
  var inclusionRisk: Double

  init(seed: UInt64, coil: Int) {
    var generator = SeededGenerator(seed: seed, for: "coil", coil)
    temperature = generator.normal(deviation: 12)
    speed = generator.normal(deviation: 0.5)
    inclusionRisk = generator.uniform() < 0.15 ? 0.25 : 0.03
  }
}

extension StripUnit {
  /// A piece whose defects follow from how it was rolled: scale from heat, scratches from speed, inclusions
  /// from the steel. Stains come from water on strip that is too cold.
  init(number: Int, coil: Int, start: Double, mood: CoilMood, generator: SeededGenerator) {
    var generator = generator
    let heat = mood.temperature + generator.normal(deviation: 17)
    let haste = mood.speed + generator.normal(deviation: 1.1)
    let head = start + 4 + generator.uniform(in: -2...2)
    let entry = generator.normal(mean: 4.02, deviation: 0.05)
    self.number = number
    self.coil = coil
    headIn = [head, head + 40 + generator.uniform(), head + 80 + generator.uniform()]
    speed = 11.2 + haste
    temperature = 950 + heat
    force = 9_400 - 32 * heat + generator.normal(deviation: 180)
    entryGauge = entry
    exitGauge = entry / 2 - 0.0006 * heat + generator.normal(deviation: 0.008)
    let (warm, fast) = (heat / 21, haste / 1.2)
    let scaleRisk = 0.42 / (1 + exp(-7 * (warm - 0.45)))
    let scratchRisk = 0.26 / (1 + exp(-3 * (fast - 0.5)))
    let stainRisk = 0.34 / (1 + exp(7 * (warm + 0.35)))
    let draws = (0..<4).map { _ in generator.uniform() }
    if draws[0] < scaleRisk {
      defect = .scale
    } else if draws[1] < scratchRisk {
      defect = .scratch
    } else if draws[2] < mood.inclusionRisk {
      defect = .inclusion
    } else {
      defect = nil
    }
    hasStain = draws[3] < stainRisk && defect != .scale
    clearness = 0.25 + 0.75 * generator.uniform().squareRoot()
    let isMistaken = generator.uniform() < 0.008
    isBookedGood = (defect == nil) != isMistaken
  }
}
