/// What a paste puts into the line. Lines end as Unix ends them, control characters are left out, and a
/// transcript of a prompt becomes what was typed there:
///
///     > x = 1          x = 1
///     > x + 1
///     2
///
/// gives the entries `x = 1` and `x + 1`.
package struct PastedText: Sendable, Equatable {
  /// One entry; several for a transcript with several prompts.
  package let entries: [String]

  package init(_ pasted: String) {
    var lines = PastedText.clean(pasted).split(separator: "\n", omittingEmptySubsequences: false)
    while let last = lines.last, last.allSatisfy(\.isWhitespace), lines.count > 1 { lines.removeLast() }
    let written = lines.filter { !$0.allSatisfy(\.isWhitespace) }
    if let first = written.first, PastedText.entry(first, after: PastedText.prompts) != nil {
      entries = PastedText.typed(lines)
    } else if let first = written.first, PastedText.entry(first, after: PastedText.continuations) != nil {
      let rest = lines.map { PastedText.entry($0, after: PastedText.continuations) ?? $0 }
      entries = [rest.joined(separator: "\n")]
    } else {
      entries = [lines.joined(separator: "\n")]
    }
  }

  private static let prompts = ["> "]
  private static let continuations = [": ", "… "]

  private static func clean(_ pasted: String) -> String {
    var scalars = String.UnicodeScalarView()
    var last: Unicode.Scalar?
    for scalar in pasted.unicodeScalars {
      defer { last = scalar }
      switch scalar {
      case "\r": scalars.append("\n")
      case "\n": if last != "\r" { scalars.append("\n") }
      case "\t": scalars.append(scalar)
      case "\0"..<" ", "\u{7F}"..<"\u{A0}", "\u{FEFF}": continue
      default: scalars.append(scalar)
      }
    }
    return String(scalars)
  }

  /// The line without the prompt that it starts with; nil when it starts with none.
  private static func entry(_ line: Substring, after prompts: [String]) -> Substring? {
    for prompt in prompts {
      if line.hasPrefix(prompt) { return line.dropFirst(prompt.count) }
      if line == prompt.dropLast() { return "" }
    }
    return nil
  }

  /// What was typed in a transcript: its answers are left out.
  private static func typed(_ lines: [Substring]) -> [String] {
    var entries: [[Substring]] = []
    var wasAnswer = false
    for line in lines {
      if let start = entry(line, after: prompts) {
        entries.append([start])
        wasAnswer = false
      } else if !wasAnswer, let more = entry(line, after: continuations) {
        entries[entries.count - 1].append(more)
      } else {
        wasAnswer = true
      }
    }
    return entries.map { $0.joined(separator: "\n") }.filter { !$0.allSatisfy(\.isWhitespace) }
  }
}
