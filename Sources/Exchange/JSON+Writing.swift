extension JSON {
  /// The value as text with its keys in order and every number in as few digits as give it back.
  ///
  /// - Parameter indent: spaces that each level stands further right, as Jupyter writes notebooks; nil for one line.
  public func written(indent: Int? = nil) -> String {
    var text = ""
    write(to: &text, indent: indent, level: 0)
    return text
  }

  private func write(to text: inout String, indent: Int?, level: Int) {
    switch self {
    case .null: text += "null"
    case .bool(let value): text += value ? "true" : "false"
    case .int(let value): text += "\(value)"
    case .double(let value): text += value.isFinite ? "\(value)" : "null"
    case .string(let value): JSON.write(value, to: &text)
    case .array(let values):
      JSON.write("[", "]", values.count, to: &text, indent, level) { place, text in
        values[place].write(to: &text, indent: indent, level: level + 1)
      }
    case .object(let members):
      let keys = members.keys.sorted { $0.unicodeScalars.lexicographicallyPrecedes($1.unicodeScalars) }
      JSON.write("{", "}", keys.count, to: &text, indent, level) { place, text in
        JSON.write(keys[place], to: &text)
        text += indent == nil ? ":" : ": "
        members[keys[place], default: .null].write(to: &text, indent: indent, level: level + 1)
      }
    }
  }

  private static func write(
    _ open: String, _ close: String, _ count: Int, to text: inout String, _ indent: Int?, _ level: Int,
    _ element: (Int, inout String) -> Void
  ) {
    text += open
    for place in 0..<count {
      if place > 0 { text += "," }
      if let indent { text += "\n" + String(repeating: " ", count: indent * (level + 1)) }
      element(place, &text)
    }
    if let indent, count > 0 { text += "\n" + String(repeating: " ", count: indent * level) }
    text += close
  }

  private static func write(_ string: String, to text: inout String) {
    text += "\""
    var string = string
    string.withUTF8 { bytes in
      var start = 0
      for (place, byte) in bytes.enumerated() where byte < 0x20 || byte == 0x22 || byte == 0x5C {
        text += String(decoding: bytes[start..<place], as: UTF8.self) + escape(byte)
        start = place + 1
      }
      text += String(decoding: bytes[start...], as: UTF8.self)
    }
    text += "\""
  }

  private static func escape(_ byte: UInt8) -> String {
    switch byte {
    case 0x08: "\\b"
    case 0x09: "\\t"
    case 0x0A: "\\n"
    case 0x0C: "\\f"
    case 0x0D: "\\r"
    case 0x22, 0x5C: "\\" + String(UnicodeScalar(byte))
    default: "\\u00" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }
  }
}
