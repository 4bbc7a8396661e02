internal import Report

extension Cell {
  /// The value as a technician reads it in a table: sensible digits, `·` for what is missing.
  public func shown(in zone: Zone?, digits: Int = 6) -> String {
    switch self {
    case .missing: "·"
    case .bool(let value): value ? "true" : "false"
    case .int64(let value): "\(value)"
    case .float64(let value): value.significant(digits)
    case .text(let value): value.onOneLine
    case .timestamp(let value): value.text(in: zone)
    case .image(let reference): reference.label
    }
  }
}

extension String {
  /// Line ends and other control characters as spaces.
  fileprivate var onOneLine: String {
    guard unicodeScalars.contains(where: { $0.value < 32 || $0.value == 127 }) else { return self }
    var out = String.UnicodeScalarView()
    out.append(contentsOf: unicodeScalars.map { $0.value < 32 || $0.value == 127 ? " " : $0 })
    return String(out)
  }
}
