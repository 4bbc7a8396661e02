internal import Report

/// How the numbers of one column are written: all with as many decimals, so that their points stand below each
/// other.
struct NumberColumn {
  private enum Format {
    case whole
    case decimals(Int)
    case scientific
  }
  private let format: Format
  /// Characters of the widest.
  let width: Int

  init(_ numbers: [Float]) {
    let format = NumberColumn.format(for: numbers.filter(\.isFinite))
    self.format = format
    width = numbers.reduce(1) { Swift.max($0, NumberColumn.text($1, format).count) }
  }

  func text(_ number: Float) -> String { NumberColumn.text(number, format) }

  /// The number on the right of the column's width.
  func padded(_ number: Float) -> String { text(number).padded(toWidth: width, onLeft: true) }

  private static func format(for numbers: [Float]) -> Format {
    let sizes = numbers.map(\.magnitude).filter { $0 > 0 }
    let most = Double(sizes.max() ?? 0), least = Double(sizes.min() ?? 0)
    if most < 1e8, numbers.allSatisfy({ $0 == $0.rounded() }) { return .whole }
    if most >= 1e6 || most < 1e-3 || most / least > 1e5 { return .scientific }
    // Four digits of the greatest, two of the smallest.
    let wanted = Swift.max(3 - exponent(most), 1 - exponent(least), 0)
    var decimals = Swift.min(wanted, 6)
    while decimals > 1, numbers.allSatisfy({ Double($0).fixed(decimals).last == "0" }) { decimals -= 1 }
    return .decimals(decimals)
  }

  /// Of the leading digit.
  private static func exponent(_ number: Double) -> Int {
    var (exponent, size) = (0, number)
    while size >= 10 { (size, exponent) = (size / 10, exponent + 1) }
    while size < 1 { (size, exponent) = (size * 10, exponent - 1) }
    return exponent
  }

  private static func text(_ number: Float, _ format: Format) -> String {
    guard number.isFinite else { return Double(number).fixed(0) }
    switch format {
    case .whole: return Double(number).fixed(0)
    case .decimals(let decimals): return Double(number).fixed(decimals)
    case .scientific: return scientific(Double(number))
    }
  }

  /// 1.235e-05
  private static func scientific(_ number: Double) -> String {
    guard number != 0 else { return "0" }
    var exponent = exponent(number.magnitude)
    var scale = 1.0
    for _ in 0..<abs(exponent) { scale *= 10 }
    var mantissa = (exponent < 0 ? number * scale : number / scale).fixed(3)
    if mantissa.hasPrefix("10.") || mantissa.hasPrefix("-10.") {
      mantissa = number < 0 ? "-1.000" : "1.000"
      exponent += 1
    }
    return mantissa + (exponent < 0 ? "e-" : "e+") + (abs(exponent) < 10 ? "0" : "") + "\(abs(exponent))"
  }
}
