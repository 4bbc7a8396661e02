internal import LuaBridge
internal import Pipelines
internal import Report

extension Augmentation {
  /// Reads `{ flip = "both", shift = .1, brightness = .2 }`.
  init(_ given: Fields<LuaValue>) throws {
    self.init()
    let shares: [(String, WritableKeyPath<Augmentation, Double>, ClosedRange<Double>)] = [
      ("shift", \.shift, 0...0.5), ("rotate", \.rotate, 0...180), ("scale", \.scale, 0...0.9),
      ("brightness", \.brightness, 0...1), ("contrast", \.contrast, 0...1), ("noise", \.noise, 0...1),
      ("cutout", \.cutout, 0...0.9),
    ]
    for (name, value) in given {
      if name == "flip" {
        flip = try Self.flip(value)
      } else if let (_, path, range) = shares.first(where: { $0.0 == name }) {
        self[keyPath: path] = try Self.number(value, name, range)
      } else {
        let words = ["flip"] + shares.map(\.0)
        let near = nearest(to: name, among: words).first
        throw Fault(
          .usage, en: "augment: unknown option '\(name)'" + (near.map { " · did you mean '\($0)'?" } ?? ""),
          zh: "augment：未知选项“\(name)”" + (near.map { " · 是不是“\($0)”？" } ?? ""),
          try: "augment = { \(near ?? "flip") = \(near == nil || near == "flip" ? "\"both\"" : ".1") }")
      }
    }
  }

  private static func flip(_ value: LuaValue) throws -> Flip {
    if case .string(let word) = value, let flip = Flip(rawValue: word) { return flip }
    throw Fault(
      .type, en: "augment: 'flip' must be one of \"none\", \"horizontal\", \"vertical\", \"both\"",
      zh: "augment：flip 须为 \"none\"、\"horizontal\"、\"vertical\"、\"both\" 之一", try: "flip = \"horizontal\"")
  }

  private static func number(
    _ value: LuaValue, _ name: String, _ range: ClosedRange<Double>
  ) throws -> Double {
    let number: Double? =
      switch value {
      case .int(let whole): Double(whole)
      case .number(let real): real
      default: nil
      }
    guard let number, range.contains(number) else {
      let words = "\(range.lowerBound.significant()) .. \(range.upperBound.significant())"
      throw Fault(
        .range, en: "augment: '\(name)' must be a number in \(words)",
        zh: "augment：\(name) 须为 \(words) 之间的数", try: "\(name) = \(name == "rotate" ? "10" : ".1")")
    }
    return number
  }
}
