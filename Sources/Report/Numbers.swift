extension Int {
  /// With a comma between thousands: 2,160,411.
  public var grouped: String {
    let digits = String(magnitude)
    var out = ""
    for (i, digit) in digits.enumerated() {
      if i > 0, (digits.count - i) % 3 == 0 { out.append(",") }
      out.append(digit)
    }
    return self < 0 ? "-" + out : out
  }
}

extension Double {
  /// With a fixed number of places, whatever the locale: `0.91234.fixed(3)` is "0.912".
  public func fixed(_ places: Int) -> String {
    guard isFinite else { return isNaN ? "nan" : self < 0 ? "-inf" : "inf" }
    guard magnitude < 1e15 else { return "\(self)" }
    var scale = 1.0
    for _ in 0..<places { scale *= 10 }
    let scaled = (magnitude * scale).rounded(.toNearestOrEven)
    guard scaled < 9e18 else { return "\(self)" }
    let whole = UInt64(scaled)
    let sign = self < 0 && whole > 0 ? "-" : ""
    guard places > 0 else { return sign + "\(whole)" }
    let unit = UInt64(scale)
    let part = "\(whole % unit)"
    return sign + "\(whole / unit)." + String(repeating: "0", count: places - part.count) + part
  }

  /// With a few significant digits, as a technician reads it: 1742.1, 0.00032, 1.2e-09.
  public func significant(_ digits: Int = 5) -> String {
    guard isFinite else { return fixed(0) }
    if self == 0 { return "0" }
    var exponent = 0
    var size = magnitude
    while size >= 10, exponent < 400 { size /= 10; exponent += 1 }
    while size < 1, exponent > -400 { size *= 10; exponent -= 1 }
    if exponent >= 15 || exponent < -4 {
      let mantissa = ((self < 0 ? -size : size)).fixed(Swift.max(0, digits - 1)).withoutTrailingZeros
      return mantissa + (exponent < 0 ? "e-" : "e+") + (abs(exponent) < 10 ? "0" : "") + "\(abs(exponent))"
    }
    return fixed(Swift.max(0, digits - 1 - exponent)).withoutTrailingZeros
  }
}

extension String {
  fileprivate var withoutTrailingZeros: String {
    guard contains(".") else { return self }
    var text = self[...]
    while text.last == "0" { text.removeLast() }
    if text.last == "." { text.removeLast() }
    return String(text)
  }
}
