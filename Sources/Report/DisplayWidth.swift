extension Unicode.Scalar {
  /// Columns that a terminal gives this scalar: 0, 1 or 2 (East Asian Wide and Fullwidth of Unicode UAX #11).
  public var displayWidth: Int {
    switch value {
    case 0..<0x20, 0x7F..<0xA0: return 0
    case 0x20..<0x300: return 1
    case 0x300..<0x370, 0x200B...0x200F, 0xFE00...0xFE0F, 0xE0100...0xE01EF: return 0
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF,
      0xA000...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
      0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F900...0x1F9FF, 0x20000...0x3FFFD:
      return 2
    default:
      switch properties.generalCategory {
      case .nonspacingMark, .enclosingMark, .format: return 0
      default: return 1
      }
    }
  }
}

extension StringProtocol {
  /// Columns that a terminal gives this text; Chinese characters take two, combining marks none.
  public var displayWidth: Int { unicodeScalars.reduce(0) { $0 + $1.displayWidth } }

  /// The text cut to at most `width` columns, its end marked `…` when something was cut.
  public func truncated(toWidth width: Int) -> String {
    guard displayWidth > width else { return String(self) }
    var taken = "", used = 0
    for character in self {
      let next = String(character).displayWidth
      if used + next > width - 1 { break }
      taken.append(character)
      used += next
    }
    return width > 0 ? taken + "…" : ""
  }

  /// The text filled with spaces to `width` columns, on the right or, for numbers, on the left.
  public func padded(toWidth width: Int, onLeft: Bool = false) -> String {
    let fill = String(repeating: " ", count: Swift.max(0, width - displayWidth))
    return onLeft ? fill + self : self + fill
  }
}
