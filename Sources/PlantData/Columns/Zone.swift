/// A time zone as a fixed offset from UTC, as plant systems state it: `+08:00`.
public struct Zone: Sendable, Hashable, CustomStringConvertible {
  /// Minutes east of Greenwich.
  public var minutes: Int

  public init(minutes: Int) { self.minutes = minutes }

  public static let utc = Zone(minutes: 0)

  /// Reads `+08:00`, `+0800`, `+8`, `-05:30`, `Z` and `UTC`; nil for anything else.
  public init?(_ text: String) {
    if text == "Z" || text == "UTC" {
      self = .utc
      return
    }
    guard let sign = text.first, sign == "+" || sign == "-" else { return nil }
    let rest = text.dropFirst()
    let parts = rest.split(separator: ":", omittingEmptySubsequences: false)
    guard rest.utf8.allSatisfy({ ($0 >= 48 && $0 <= 57) || $0 == 58 }), parts.count <= 2 else { return nil }
    var hours: Int?
    var past: Int? = 0
    if parts.count == 2 {
      guard parts[0].count <= 2, parts[1].count == 2 else { return nil }
      (hours, past) = (Int(parts[0]), Int(parts[1]))
    } else if rest.count == 4 {
      (hours, past) = (Int(rest.prefix(2)), Int(rest.suffix(2)))
    } else if rest.count <= 2 {
      hours = Int(rest)
    }
    guard let hours, let past, hours <= 18, past < 60 else { return nil }
    minutes = (sign == "-" ? -1 : 1) * (hours * 60 + past)
  }

  public var description: String {
    let size = abs(minutes)
    let hours = size / 60, past = size % 60
    return (minutes < 0 ? "-" : "+") + (hours < 10 ? "0" : "") + "\(hours):" + (past < 10 ? "0" : "")
      + "\(past)"
  }
}
