public import Exchange
internal import Glibc

/// The commit that a folder's files come from, and whether they were changed since.
public struct GitState: Sendable, Equatable {
  public var commit: String
  public var isDirty: Bool

  public init(commit: String, isDirty: Bool) { (self.commit, self.isDirty) = (commit, isDirty) }

  /// nil where there is no repository, no commit or no git.
  public init?(of folder: String) {
    var above = Paths.absolute(folder)
    while !Paths.exists(above + "/.git") {
      guard above != "/", !above.isEmpty else { return nil }
      above = "/" + above.split(separator: "/").dropLast().joined(separator: "/")
    }
    guard let head = GitState.answer("rev-parse HEAD", in: folder), head.count >= 40 else { return nil }
    commit = head
    isDirty = GitState.answer("status --porcelain --untracked-files=no", in: folder)?.isEmpty == false
  }

  private static func answer(_ words: String, in folder: String) -> String? {
    let quoted = "'" + folder.replacing("'", with: "'\\''") + "'"
    guard let pipe = popen("git -C \(quoted) \(words) 2>/dev/null", "re") else { return nil }
    var text: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 4096)
    while true {
      let count = fread(&block, 1, block.count, pipe)
      if count == 0 { break }
      text += block[..<count]
    }
    guard pclose(pipe) == 0 else { return nil }
    while text.last == UInt8(ascii: "\n") { text.removeLast() }
    return String(decoding: text, as: UTF8.self)
  }

  public var json: JSON { .object(["commit": .string(commit), "dirty": .bool(isDirty)]) }

  init?(_ json: JSON) {
    guard let commit = json["commit"]?.string else { return nil }
    self.init(commit: commit, isDirty: json["dirty"]?.bool ?? false)
  }

  /// `4f1c2a9b`, with a plus when files were changed since.
  public var short: String { commit.prefix(8) + (isDirty ? "+" : "") }
}
