internal import Report

/// Where a database is and who asks: what a connection text says, but for the password.
///
///     ODBCAddress(settings: ["DSN": "mes", "UID": "reader"], password: try Secret("mes"))
public struct ODBCAddress: Sendable {
  /// Keywords and values in the order in which they are sent.
  public private(set) var settings: [(keyword: String, value: String)]
  public var password: Secret?

  public init(settings: [(keyword: String, value: String)], password: Secret? = nil) throws {
    self.settings = settings
    self.password = password
    guard let given = settings.first(where: { ODBCAddress.holdsPassword($0.keyword) }) else { return }
    throw Fault(
      .usage, en: "\(given.keyword): a password is named, not written: password = secret \"mes\"",
      zh: "\(given.keyword)：密码不要写在这里，应引用名称：password = secret \"mes\"")
  }

  /// Reads a connection text: `DSN=mes;UID=reader`, values in braces where they hold a semicolon.
  ///
  /// - Throws: `Fault` (usage) for a text that is none, or that holds a password.
  public init(_ text: String, password: Secret? = nil) throws {
    var settings: [(String, String)] = []
    var rest = Substring(text)
    while !rest.isEmpty {
      let keyword = rest.prefix { $0 != "=" && $0 != ";" }
      rest = rest.dropFirst(keyword.count)
      guard rest.first == "=" else {
        guard keyword.allSatisfy(\.isWhitespace) else {
          // What stands there may be part of a password.
          throw Fault(
            .usage, en: "a connection is written KEYWORD=value;KEYWORD=value",
            zh: "连接字符串的形式是 KEYWORD=值;KEYWORD=值",
            try: "data.odbc { \"DSN=mes;UID=reader\", password = secret \"mes\", query = \"select 1\" }")
        }
        rest = rest.dropFirst()
        continue
      }
      rest = rest.dropFirst()
      settings.append((ODBCAddress.trimmed(keyword), ODBCAddress.takeValue(&rest)))
    }
    try self.init(settings: settings, password: password)
  }

  private static func trimmed(_ text: Substring) -> String {
    let front = text.drop { $0.isWhitespace }
    guard let last = front.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(front[...last])
  }

  private static func takeValue(_ rest: inout Substring) -> String {
    rest = rest.drop { $0.isWhitespace }
    guard rest.first == "{" else {
      let value = rest.prefix { $0 != ";" }
      rest = rest.dropFirst(value.count + 1)
      return trimmed(value)
    }
    var value = ""
    rest = rest.dropFirst()
    while let sign = rest.popFirst() {
      guard sign == "}" else {
        value.append(sign)
        continue
      }
      guard rest.first == "}" else { break }
      value.append("}")
      rest = rest.dropFirst()
    }
    rest = rest.drop { $0 != ";" }.dropFirst()
    return value
  }

  private static func holdsPassword(_ keyword: String) -> Bool {
    ["pwd", "password"].contains(keyword.lowercased())
  }

  /// The value of a keyword, in any case of its letters.
  public subscript(keyword: String) -> String? {
    settings.first { $0.keyword.lowercased() == keyword.lowercased() }?.value
  }

  /// Whether it says how the database is reached.
  public var namesDatabase: Bool { ["DSN", "FILEDSN", "Driver"].contains { self[$0] != nil } }

  /// In a few words, for faults and for the origin of rows: "mes-db/plant".
  public var words: String {
    if let source = self["DSN"] { return source }
    let server = self["Server"] ?? self["Servername"] ?? self["Driver"] ?? "odbc"
    return server + (self["Database"].map { "/" + $0 } ?? "")
  }

  /// The text that is sent; each value in braces, so that no sign in it ends it.
  func connectionText(password: String?) -> String {
    var parts = settings
    if let password { parts.append(("PWD", password)) }
    return parts.map { "\($0.keyword)=\(ODBCAddress.quoted($0.value))" }.joined(separator: ";")
  }

  private static func quoted(_ value: String) -> String {
    guard value.contains(where: { !($0.isLetter || $0.isNumber || "._-/\\:".contains($0)) }) else {
      return value
    }
    return "{" + value.replacing("}", with: "}}") + "}"
  }
}
