/// What a user can cause and can mend: what happened, where, and one line to try.
///
///     throw Fault(.data, en: "\"n/a\" is not a number (N·m)", zh: "“n/a” 不是数字（N·m）",
///       at: Place(file: "line_3.csv", row: 1841, column: "扭矩"),
///       try: "data.csv { \"line_3.csv\", missing = { \"n/a\" } }")
///
/// prints
///
///     line_3.csv row 1841, column 扭矩: "n/a" is not a number (N·m)
///       try: data.csv { "line_3.csv", missing = { "n/a" } }
public struct Fault: Error, Sendable, Equatable {
  /// A stable, language-free code, to search for and to test.
  public enum Code: String, Sendable, CaseIterable {
    case usage, arguments, name, type, range, shape, file, format, encoding, data, contract, model, memory,
      network
    /// A figure that a script requires was missed (`require_at_least`); exit code 4.
    case requirement
    /// A run that was to be reproduced came out otherwise; exit code 5.
    case reproduction
    case interrupted, limit, ours
  }

  public var code: Code
  public var what: Text
  public var place: Place?
  /// A line that can be typed as it stands.
  public var remedy: String?
  /// What else helps, one line each, shown on request: a Lua traceback, a library's own words.
  public var details: [String]

  public init(
    _ code: Code, _ what: Text, at place: Place? = nil, try remedy: String? = nil, details: [String] = []
  ) {
    self.code = code
    self.what = what
    self.place = place
    self.remedy = remedy
    self.details = details
  }

  public init(
    _ code: Code, en: String, zh: String, at place: Place? = nil, try remedy: String? = nil,
    details: [String] = []
  ) {
    self.init(code, Text(en: en, zh: zh), at: place, try: remedy, details: details)
  }

  /// The user pressed Ctrl-C.
  public static let interrupted = Fault(.interrupted, en: "interrupted", zh: "已中断")
}

extension Fault: CustomStringConvertible {
  public var description: String { self.in(.current) }

  /// The fault in words: at most three lines.
  public func `in`(_ language: Language) -> String {
    let start = place.map { $0.in(language) + (language == .en ? ": " : "：") } ?? ""
    let end = remedy.map { (language == .en ? "\n  try: " : "\n  试试：") + $0 } ?? ""
    return start + what.in(language) + end
  }
}
