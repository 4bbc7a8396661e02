extension Unicode.Scalar {
  /// Columns that a terminal gives this scalar alone: 0, 1 or 2 (Unicode UAX #11); an ambiguous one as
  /// `AmbiguousWidth` says.
  public var displayWidth: Int {
    switch value {
    case 0..<0x20, 0x7F..<0xA0: 0
    case 0x20..<0x7F: 1
    case 0x3400...0x4DBF, 0x4E00...0x9FFF: 2
    case _ where WidthTable.contains(value, WidthTable.none): 0
    case _ where WidthTable.contains(value, WidthTable.wide): 2
    case _ where AmbiguousWidth.columns == 2 && isAmbiguous: 2
    default: 1
    }
  }

  /// Whether terminals differ on this scalar: `·`, `…`, `±`, the lines of a frame.
  var isAmbiguous: Bool { WidthTable.contains(value, WidthTable.ambiguous) }
}

extension WidthTable {
  /// Whether a code point lies in one of the ranges.
  static func contains(_ code: UInt32, _ ranges: [UInt32]) -> Bool {
    var low = 0, high = ranges.count / 2
    while low < high {
      let middle = (low + high) / 2
      if code > ranges[2 * middle + 1] { low = middle + 1 } else { high = middle }
    }
    return low < ranges.count / 2 && code >= ranges[2 * low]
  }
}

extension Character {
  /// Columns that a terminal gives this character with its marks. What is joined to one emoji takes the place of one.
  public var displayWidth: Int {
    let scalars = unicodeScalars
    guard scalars.count > 1 else { return scalars.first.map(\.displayWidth) ?? 0 }
    let isEmoji = scalars.contains { scalar in
      scalar.value == 0x200D || scalar.value == 0xFE0F || (0x1F1E6...0x1F1FF).contains(scalar.value)
        || (0x1F3FB...0x1F3FF).contains(scalar.value)
    }
    if isEmoji, scalars.contains(where: { $0.properties.isEmoji && $0.value > 0xFF }) { return 2 }
    return Swift.min(2, scalars.reduce(0) { $0 + $1.displayWidth })
  }
}

extension StringProtocol {
  /// Columns that a terminal gives this text; Chinese characters take two, combining marks none.
  public var displayWidth: Int {
    if utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return utf8.count }
    return reduce(0) { $0 + $1.displayWidth }
  }

  /// The text cut to at most `width` columns, its end marked `…` when something was cut.
  public func truncated(toWidth width: Int) -> String {
    guard displayWidth > width else { return String(self) }
    let mark = "…" as Character
    var taken = "", used = 0
    for character in self {
      let next = character.displayWidth
      if used + next > width - mark.displayWidth { break }
      taken.append(character)
      used += next
    }
    return width > 0 ? taken + String(mark) : ""
  }

  /// The text filled with spaces to `width` columns, on the right or, for numbers, on the left.
  public func padded(toWidth width: Int, onLeft: Bool = false) -> String {
    let fill = String(repeating: " ", count: Swift.max(0, width - displayWidth))
    return onLeft ? fill + self : self + fill
  }
}
