internal import LuaBridge
internal import Pipelines
internal import Report

extension Augmentation {
  /// What the help says of the option `augment`.
  static let help = Text(
    en:
      "changes to training images: flip, crop, shift, rotate, scale, blur, brightness, contrast, noise, cutout, "
      + "mixup",
    zh: "训练图像的随机变化：flip、crop、shift、rotate、scale、blur、brightness、contrast、noise、cutout、mixup")

  /// Reads `{ flip = "both", shift = .1, brightness = .2 }`.
  init(_ given: Fields<LuaValue>) throws {
    self.init()
    for (name, value) in given {
      if name == "flip" {
        flip = try Self.flip(value)
      } else if let (_, path) = Self.amounts.first(where: { $0.name == name }) {
        self[keyPath: path] = try Self.number(value, name, Self.range(of: name))
      } else {
        let words = ["flip"] + Self.amounts.map { $0.name }
        let near = nearest(to: name, among: words).first
        throw Fault(
          .usage, en: "augment: unknown option '\(name)'" + (near.map { " · did you mean '\($0)'?" } ?? ""),
          zh: "augment：未知选项“\(name)”" + (near.map { " · 是不是“\($0)”？" } ?? ""),
          try: "augment = { \(near ?? "flip") = \(near == nil || near == "flip" ? "\"both\"" : ".1") }")
      }
    }
  }

  private static func range(of amount: String) -> ClosedRange<Double> {
    switch amount {
    case "shift": 0...0.5
    case "rotate": 0...180
    case "scale", "cutout", "crop": 0...0.9
    case "blur": 0...10
    default: 0...1
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
        zh: "augment：\(name) 须为 \(words) 之间的数",
        try: "\(name) = \(name == "rotate" ? "10" : name == "blur" ? "1" : ".1")")
    }
    return number
  }
}
