internal import Glibc
public import Report

/// A password by its name: looked up when it is used, never shown. It is kept in the environment, as
/// `PLANTSH_SECRET_MES`, or in the file `~/.config/plantsh/secrets`, which only its owner may read:
///
///     # systems of line 3
///     mes = correct horse battery staple
public final class Secret: Sendable {
  public let name: String

  /// - Throws: `Fault` (usage) for a name of other signs than letters, digits, `_` and `-`.
  public init(_ name: String) throws {
    let isName =
      !name.isEmpty
      && name.unicodeScalars.allSatisfy {
        $0.isASCII && ($0.properties.isAlphabetic || $0 == "_" || $0 == "-" || ("0"..."9").contains($0))
      }
    guard isName else {
      throw Fault(
        .usage, en: "a secret's name has letters, digits, _ and - only", zh: "密钥名称只能包含字母、数字、_ 和 -",
        try: "secret \"mes\"")
    }
    self.name = name
  }

  /// Its name in the environment.
  public var variable: String {
    "PLANTSH_SECRET_" + String(name.uppercased().map { $0 == "-" ? "_" : $0 })
  }

  /// The secret itself.
  ///
  /// - Throws: `Fault` (usage) when it is kept nowhere, or in a file that others may read.
  package func value() throws -> String {
    if let value = getenv(variable) { return String(cString: value) }
    if let path = Secret.file, Folder.exists(path), let value = try Secret.read(name, from: path) {
      return value
    }
    throw Fault(
      .usage, en: "secret \"\(name)\" is kept neither in $\(variable) nor in ~/.config/plantsh/secrets",
      zh: "未找到密钥 \"\(name)\"：环境变量 $\(variable) 和 ~/.config/plantsh/secrets 中都没有",
      try: "os.execute \"umask 077; mkdir -p ~/.config/plantsh; ${EDITOR:-vi} ~/.config/plantsh/secrets\"")
  }

  private static var file: String? { getenv("HOME").map { String(cString: $0) + "/.config/plantsh/secrets" } }

  private static func read(_ name: String, from path: String) throws -> String? {
    var status = stat()
    guard stat(path, &status) == 0 else { throw Fault.unreadable(path, errno) }
    guard status.st_mode & 0o077 == 0, status.st_uid == geteuid() else {
      throw Fault(
        .usage, en: "\(path): others may read it; secrets are not taken from it",
        zh: "\(path)：其他用户可以读取该文件，拒绝从中取密钥", try: "os.execute \"chmod 600 \(path)\"")
    }
    let text = try TextFile(contentsOf: path)
    for line in String(decoding: text.bytes, as: UTF8.self).split(whereSeparator: \.isNewline) {
      let sides = line.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard sides.count == 2, !line.hasPrefix("#"), trimmed(sides[0]) == name else { continue }
      return trimmed(sides[1])
    }
    return nil
  }

  private static func trimmed(_ text: Substring) -> String {
    let front = text.drop { $0 == " " || $0 == "\t" }
    guard let last = front.lastIndex(where: { $0 != " " && $0 != "\t" }) else { return "" }
    return String(front[...last])
  }
}

extension Secret: Displayable {
  public func text(on surface: Surface) -> String { "secret \"\(name)\"" }
}
