internal import Glibc
internal import Images
internal import Randomness

/// The camera's picture of a strip: rolling streaks, uneven light, grain, and what is wrong with it.
struct StripSurface {
  static let side = 96

  private var values: [Float]
  private var generator: SeededGenerator

  init(of unit: StripUnit, seed: UInt64) {
    generator = SeededGenerator(seed: seed, for: "surface", unit.number)
    values = Array(repeating: 0, count: StripSurface.side * StripSurface.side)
    lightAndGrain()
    streaks()
    if unit.hasStain { patches(clearness: 0.25 + 0.75 * generator.uniform().squareRoot()) }
    switch unit.defect {
    case .scale: patches(clearness: unit.clearness)
    case .scratch: scratch(clearness: unit.clearness)
    case .inclusion: inclusions(clearness: unit.clearness)
    case nil: break
    }
  }

  /// The picture in gray, 8 bits.
  var image: Image {
    let bytes = values.map { UInt8(max(0, min(255, $0.rounded()))) }
    return Image(width: StripSurface.side, height: StripSurface.side, channels: 1, pixels: bytes)
  }

  private mutating func lightAndGrain() {
    let base = Float(generator.normal(mean: 138, deviation: 8))
    let (across, down) = (Float(generator.normal(deviation: 9)), Float(generator.normal(deviation: 9)))
    let half = Float(StripSurface.side) / 2
    for y in 0..<StripSurface.side {
      for x in 0..<StripSurface.side {
        let light = base + across * (Float(x) / half - 1) + down * (Float(y) / half - 1)
        values[y * StripSurface.side + x] = light + grain()
      }
    }
  }

  /// Nearly normal, deviation 5.8: the sum of four bytes of one random number.
  private mutating func grain() -> Float {
    let bits = generator.next()
    let sum = (bits & 255) + (bits >> 8 & 255) + (bits >> 16 & 255) + (bits >> 24 & 255)
    return (Float(sum) - 510) / 25.4
  }

  /// Lines along the rolling direction, which is down the picture.
  private mutating func streaks() {
    var level: Float = 0
    for x in 0..<StripSurface.side {
      level = 0.7 * level + Float(generator.normal(deviation: 3.2))
      for y in 0..<StripSurface.side { values[y * StripSurface.side + x] += level }
    }
  }

  /// Dark, ragged patches: scale, or a stain of cooling water, which looks the same.
  private mutating func patches(clearness: Double) {
    let depth = Float(16 + 44 * clearness)
    for _ in 0..<(1 + generator.below(3)) {
      let (cx, cy) = (generator.uniform(in: 14...82), generator.uniform(in: 14...82))
      let (rx, ry) = (generator.uniform(in: 6...15), generator.uniform(in: 9...24))
      let waves = (0..<3).map { _ in (generator.uniform(in: 0...6.28), generator.uniform(in: 0.08...0.22)) }
      for y in 0..<StripSurface.side {
        for x in 0..<StripSurface.side {
          let (dx, dy) = ((Double(x) - cx) / rx, (Double(y) - cy) / ry)
          let distance = (dx * dx + dy * dy).squareRoot()
          guard distance < 1.6 else { continue }
          let angle = atan2(dy, dx)
          let edge =
            1 + waves.indices.reduce(0) { $0 + waves[$1].1 * sin(Double($1 + 2) * angle + waves[$1].0) }
          let inside = Float(max(0, min(1, (edge - distance) * 5)))
          values[y * StripSurface.side + x] -= depth * inside
        }
      }
    }
  }

  /// A thin bright line, nearly along the rolling direction.
  private mutating func scratch(clearness: Double) {
    let height = Float(22 + 60 * clearness)
    let slope = generator.uniform(in: -0.35...0.35)
    let start = generator.uniform(in: 12...84)
    let top = generator.below(24)
    let length = 34 + generator.below(38)
    let width = generator.uniform(in: 0.6...1.3)
    for y in top..<min(StripSurface.side, top + length) {
      let centre = start + slope * Double(y - top)
      for x in StripSurface.span(around: centre, reach: 3) {
        let distance = (Double(x) - centre) / width
        values[y * StripSurface.side + x] += height * Float(exp(-distance * distance))
      }
    }
  }

  /// A string of small dark spots.
  private mutating func inclusions(clearness: Double) {
    let depth = Float(36 + 60 * clearness)
    let (cx, cy) = (generator.uniform(in: 20...76), generator.uniform(in: 20...76))
    for _ in 0..<(5 + generator.below(6)) {
      let x0 = cx + generator.normal(deviation: 4)
      let y0 = cy + generator.normal(deviation: 13)
      let radius = generator.uniform(in: 1.1...2.4)
      for y in StripSurface.span(around: y0, reach: 5) {
        for x in StripSurface.span(around: x0, reach: 5) {
          let (dx, dy) = (Double(x) - x0, Double(y) - y0)
          values[y * StripSurface.side + x] -= depth * Float(exp(-(dx * dx + dy * dy) / (radius * radius)))
        }
      }
    }
  }

  /// The pixels within `reach` of a place, inside the picture.
  private static func span(around centre: Double, reach: Int) -> Range<Int> {
    let low = max(0, min(side, Int(centre) - reach))
    return low..<max(low, min(side, Int(centre) + reach + 1))
  }
}
