internal import Report

/// How a text file's bytes stand for characters. The names are those of glibc's iconv.
public enum TextEncoding: String, CaseIterable, Sendable {
  case utf8 = "utf-8"
  case utf16le = "utf-16le"
  case utf16be = "utf-16be"
  case gb18030, gbk, big5
  case latin1 = "iso-8859-1"
  case windows1252 = "cp1252"
  case shiftJIS = "shift_jis"
  case eucKR = "euc-kr"

  /// The encoding that a text names: "gb18030", "GB2312", "utf8", "ANSI" is none.
  ///
  /// - Throws: `Fault` (usage) with the names that are known.
  public init(named name: String) throws {
    let plain = name.lowercased().filter { $0 != "-" && $0 != "_" && $0 != " " }
    let known = TextEncoding.allCases.first { $0.rawValue.filter { $0 != "-" && $0 != "_" } == plain }
    if let encoding = known ?? TextEncoding.aliases[plain] {
      self = encoding
      return
    }
    let names = TextEncoding.allCases.map(\.rawValue)
    let near = nearest(to: name, among: names, most: 1).first
    throw Fault(
      .usage, en: "unknown encoding '\(name)'" + (near.map { " · did you mean '\($0)'?" } ?? ""),
      zh: "未知编码“\(name)”" + (near.map { " · 是不是 '\($0)'？" } ?? ""),
      details: [names.joined(separator: ", ")])
  }

  private static let aliases: [String: TextEncoding] = [
    "gb2312": .gb18030, "cp936": .gbk, "936": .gbk, "utf8bom": .utf8, "utf8sig": .utf8, "ascii": .utf8,
    "utf16": .utf16le, "unicode": .utf16le, "latin1": .latin1, "windows1252": .windows1252, "cp950": .big5,
    "sjis": .shiftJIS, "ucs2": .utf16le,
  ]
}
