internal import Exchange
internal import Report

/// What jupytext keeps of a notebook at the head of a script, YAML in comments:
///
///     -- ---
///     -- jupyter:
///     --   kernelspec:
///     --     name: plantsh
///     -- ---
struct PercentHeader {
  /// The notebook's metadata; empty where there is no header.
  private(set) var metadata: [String: JSON] = [:]
  /// The lines it takes at the head of the script, the empty ones after it included.
  private(set) var lineCount = 0

  init(_ metadata: [String: JSON]) { self.metadata = metadata }

  init(_ lines: [Substring], file: String) throws {
    // A line for the system, and one that says to editors that the text is UTF-8.
    let first = lines.prefix { $0.hasPrefix("#!") || $0.hasPrefix("-- -*- coding") }.count
    lineCount = lines.prefix(first).filter { !$0.hasPrefix("#!") }.count
    guard first < lines.count, lines[first] == "-- ---",
      let end = lines[(first + 1)...].firstIndex(of: "-- ---")
    else { return }
    let body = lines[(first + 1)..<end].map { line in
      line.hasPrefix("-- ") ? line.dropFirst(3) : line.hasPrefix("--") ? line.dropFirst(2) : line
    }
    let whole = try FrontMatter(body, file: file, firstLine: first + 2).value
    if case .object(let members)? = whole["jupyter"] { metadata = members }
    lineCount = end + 1
    while lineCount < lines.count, lines[lineCount].isEmpty { lineCount += 1 }
  }

  /// The header of what is not this program's own; each entry of the metadata a line of JSON, which is YAML, too.
  var text: String {
    let foreign = metadata.filter { Notebook.ownMetadata[$0.key] != $0.value && $0.key != "language_info" }
    guard !foreign.isEmpty else { return "" }
    var lines = ["---", "jupyter:"]
    for (key, value) in metadata.sorted(by: { $0.key < $1.key }) where key != "language_info" {
      lines.append("  \(JSON.string(key).written()): \(value.written().spacedForYAML)")
    }
    lines.append("---")
    return lines.map { "-- " + $0 }.joined(separator: "\n") + "\n\n"
  }
}

extension String {
  /// YAML wants a space after the colons and commas of a JSON text.
  fileprivate var spacedForYAML: String {
    var text = ""
    var isQuoted = false, isEscaped = false
    for scalar in unicodeScalars {
      text.unicodeScalars.append(scalar)
      if isEscaped {
        isEscaped = false
      } else if scalar == "\\" {
        isEscaped = isQuoted
      } else if scalar == "\"" {
        isQuoted.toggle()
      } else if !isQuoted, scalar == ":" || scalar == "," {
        text += " "
      }
    }
    return text
  }
}
