internal import CODBC
internal import Report

/// A handle of the driver manager, freed when nobody holds it any more, children before their parents.
final class ODBCHandle: @unchecked Sendable {
  let kind: Int16
  let raw: SQLHANDLE?
  private let parent: ODBCHandle?

  init(_ kind: Int32, in parent: ODBCHandle? = nil) throws {
    var made: SQLHANDLE?
    self.kind = Int16(kind)
    self.parent = parent
    let status = SQLAllocHandle(Int16(kind), parent?.raw, &made)
    raw = made
    guard status == SQL_SUCCESS || status == SQL_SUCCESS_WITH_INFO, made != nil else {
      throw Fault(.memory, en: "ODBC gives no handle", zh: "ODBC 无法分配句柄")
    }
  }

  deinit {
    guard let raw else { return }
    if kind == SQL_HANDLE_DBC { SQLDisconnect(raw) }
    SQLFreeHandle(kind, raw)
  }

  static func succeeded(_ status: Int16) -> Bool {
    status == SQL_SUCCESS || status == SQL_SUCCESS_WITH_INFO
  }

  /// What the driver says about the last call.
  var diagnostics: [ODBCDiagnostic] {
    var found: [ODBCDiagnostic] = []
    for number in 1...8 {
      var state = [UInt16](repeating: 0, count: 6)
      var words = [UInt16](repeating: 0, count: 1024)
      var native: Int32 = 0
      var length: Int16 = 0
      let status = SQLGetDiagRecW(
        kind, raw, Int16(number), &state, &native, &words, Int16(words.count), &length)
      guard ODBCHandle.succeeded(status) else { break }
      found.append(
        ODBCDiagnostic(
          state: WideText.text(state), native: Int(native), words: WideText.text(words)))
    }
    return found
  }
}

/// One record of what went wrong.
struct ODBCDiagnostic {
  /// SQLSTATE, such as "42S02".
  var state: String
  var native: Int
  var words: String

  /// The words without the names of driver and server in brackets in front of them, in one line.
  var plainWords: String {
    var rest = Substring(words)
    while rest.first == "[", let end = rest.firstIndex(of: "]") { rest = rest[rest.index(after: end)...] }
    let line = rest.split(whereSeparator: \.isNewline).first ?? rest
    return String(line.drop { $0.isWhitespace }.prefix { $0 != ";" })
  }
}

/// Texts as ODBC's wide calls take them: UTF-16 ended by a zero. Some drivers take a count of units for one of bytes,
/// so none is given.
struct WideText {
  private(set) var units: [UInt16]

  init(_ text: String) { units = Array(text.utf16) + [0] }

  /// Units up to the zero, which drivers write more reliably than the length.
  static func text(_ units: [UInt16]) -> String { String(decoding: units.prefix { $0 != 0 }, as: UTF16.self) }
}
