/// Texts of cells, in which a character that XML cannot hold stands as `_x000D_` (ECMA-376 part 1, 22.9.2.19).
enum CellText {
  static func decoded(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    let plain = String(decoding: bytes, as: UTF8.self)
    guard bytes.contains(95) else { return plain }
    var units: [UInt16] = []
    var rest = Array(plain.utf16)[...]
    while let unit = rest.first {
      let code = escaped(rest.prefix(7))
      units.append(code ?? unit)
      rest = rest.dropFirst(code == nil ? 1 : 7)
    }
    return String(decoding: units, as: UTF16.self)
  }

  /// The unit that `_xHHHH_` stands for; nil for anything else.
  private static func escaped(_ units: ArraySlice<UInt16>) -> UInt16? {
    guard units.count == 7, units.first == 95, units.last == 95 else { return nil }
    let inside = String(decoding: units.dropFirst().dropLast(), as: UTF16.self)
    guard inside.first == "x", inside.dropFirst().allSatisfy(\.isHexDigit) else { return nil }
    return UInt16(inside.dropFirst(), radix: 16)
  }

  /// A text as it stands within an element or an attribute.
  static func encoded(_ text: String) -> String {
    var out = ""
    var rest = Array(text.utf16)[...]
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": out += "&amp;"
      case "<": out += "&lt;"
      case ">": out += "&gt;"
      case "\"": out += "&quot;"
      case "\t", "\n": out.unicodeScalars.append(scalar)
      // What looks like an escape is none.
      case "_" where escaped(rest.prefix(7)) != nil: out += "_x005F_"
      case _ where scalar.value < 32 || scalar.value == 0xFFFE || scalar.value == 0xFFFF:
        let digits = String(scalar.value, radix: 16, uppercase: true)
        out += "_x" + String(repeating: "0", count: 4 - digits.count) + digits + "_"
      default: out.unicodeScalars.append(scalar)
      }
      rest = rest.dropFirst(UTF16.width(scalar))
    }
    return out
  }
}
