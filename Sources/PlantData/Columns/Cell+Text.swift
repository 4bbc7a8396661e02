internal import CText

extension Cell {
  /// The value as a file or a text holds it: no grouping, every digit, ISO 8601 for times.
  public func plainText(in zone: Zone?) -> String {
    switch self {
    case .missing: ""
    case .bool(let value): value ? "true" : "false"
    case .int64(let value): "\(value)"
    case .float64(let value): value.plainText
    case .text(let value): value
    case .timestamp(let value): value.text(in: zone, separator: "T") + (zone?.description ?? "")
    case .image(.file(let path)): path
    case .image(.pixels(let block, let index)): "\(block.width)x\(block.height) #\(index + 1)"
    }
  }
}

extension Double {
  /// The shortest digits that read back as the same number: 2.5, 1e+20, nan.
  var plainText: String {
    guard isFinite else { return "\(self)" }
    return withUnsafeTemporaryAllocation(of: CChar.self, capacity: Int(CTEXT_SHORTEST)) { out in
      let count = ctext_shortest(self, out.baseAddress)
      return String(decoding: out[..<count].lazy.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
  }
}
