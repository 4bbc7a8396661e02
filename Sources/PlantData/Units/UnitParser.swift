internal import Report

/// Reads the name of a unit: a known name, a known name with an SI prefix, or a product of such with powers.
enum UnitParser {
  static func unit(named name: String) throws -> Unit {
    let text = name.trimmed
    if let unit = atom(text) ?? product(text) ?? anyCase(text) { return unit }
    let near = near(text)
    let en = near.isEmpty ? "" : " · did you mean \(near.joined(separator: " or "))?"
    let zh = near.isEmpty ? "" : " · 是不是 \(near.joined(separator: " 或 "))？"
    throw Fault(.name, en: "'\(name)' is not a known unit\(en)", zh: "未知单位“\(name)”\(zh)")
  }

  /// Symbols that may have been meant: those of units whose name is near, and quotients written without the stroke.
  private static func near(_ text: String) -> [String] {
    let quotients = text.indices.dropFirst().map { text[..<$0] + "/" + text[$0...] }.filter {
      product($0) != nil
    }
    let names = nearest(to: text, among: exact.keys.filter { $0.count > 1 || text.count == 1 }.sorted())
    var found: [String] = []
    let lower = product(text.lowercased()) == nil ? [] : [text.lowercased()]
    for name in lower + quotients + names {
      let symbol = exact[name]?.symbol ?? name
      if !found.contains(symbol) { found.append(symbol) }
    }
    return Array(found.prefix(2))
  }

  private static let exact: [String: Unit] = {
    var all: [String: Unit] = [:]
    for entry in Unit.entries {
      let unit = Unit(
        symbol: entry.symbol, dimension: entry.dimension, scale: entry.scale, offset: entry.offset)
      for name in [entry.symbol] + entry.aliases { all[name] = unit }
    }
    return all
  }()

  private static let prefixed: [String: Unit] = {
    let prefixes = [
      ("G", 1e9), ("M", 1e6), ("k", 1e3), ("h", 1e2), ("d", 0.1), ("c", 1e-2), ("m", 1e-3), ("µ", 1e-6),
      ("u", 1e-6), ("μ", 1e-6), ("n", 1e-9),
    ]
    var all: [String: Unit] = [:]
    for entry in Unit.entries where entry.takesPrefix {
      for (prefix, factor) in prefixes {
        let shown = prefix == "u" || prefix == "μ" ? "µ" : prefix
        all[prefix + entry.symbol] = Unit(
          symbol: shown + entry.symbol, dimension: entry.dimension, scale: entry.scale * factor)
      }
    }
    return all
  }()

  /// Names whatever their letter case, where only one unit has the name: "RPM", "mpa".
  private static let folded: [String: Unit] = {
    var all: [String: Unit] = [:]
    var ambiguous: Set<String> = []
    for (name, unit) in exact {
      let key = name.lowercased()
      if let other = all[key], other != unit { ambiguous.insert(key) }
      all[key] = unit
    }
    for key in ambiguous { all[key] = nil }
    return all
  }()

  private static func atom(_ name: some StringProtocol) -> Unit? {
    exact[String(name)] ?? prefixed[String(name)]
  }

  private static func anyCase(_ name: String) -> Unit? { folded[name.lowercased()] }

  /// "m/s", "kg/m3", "N*mm", "m·s^-2": factors split at `·`, `*` and `/`.
  private static func product(_ text: String) -> Unit? {
    var dimension = Dimension.none, scale = 1.0, sign = 1, symbol = "", factor = ""
    func finish() -> Bool {
      guard let (unit, power) = powered(factor) else { return false }
      dimension = dimension * unit.dimension.raised(to: power * sign)
      for _ in 0..<abs(power) { scale = power * sign > 0 ? scale * unit.scale : scale / unit.scale }
      symbol += unit.symbol + (power == 1 ? "" : "\(power)")
      factor = ""
      return true
    }
    for character in text {
      switch character {
      case "·", "*", "⋅", "•", "/", "每":
        guard finish() else { return nil }
        let divides = character == "/" || character == "每"
        sign = divides ? -1 : sign
        symbol += divides ? "/" : "·"
      default: factor.append(character)
      }
    }
    guard finish() else { return nil }
    return Unit(symbol: symbol, dimension: dimension, scale: scale)
  }

  /// "m3", "s^-2", "m²": a factor and its power.
  private static func powered(_ text: String) -> (unit: Unit, power: Int)? {
    let factor = text.trimmed
    if let unit = atom(factor) { return (unit, 1) }
    var name = factor[...], digits = ""
    let raised: [Character: Character] = ["²": "2", "³": "3", "¹": "1"]
    while let last = name.last, last.isASCII && last.isNumber || raised[last] != nil || last == "-" {
      digits = String(raised[last] ?? last) + digits
      name.removeLast()
    }
    if name.last == "^" { name.removeLast() }
    guard let power = Int(digits), power != 0, abs(power) <= 6, let unit = atom(name) else { return nil }
    return (unit, power)
  }
}

extension StringProtocol {
  /// The text without white space at its ends.
  var trimmed: String {
    var text = Substring(self)
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
