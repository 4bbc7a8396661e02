internal import Exchange

/// The line that a cell of a percent script starts with:
///
///     -- %% Load the shift [markdown] tags=["parameters"] folded=true
struct CellMarker: Equatable {
  var kind = Notebook.Cell.Kind.code
  var metadata: [String: JSON] = [:]

  init(kind: Notebook.Cell.Kind, metadata: [String: JSON]) { (self.kind, self.metadata) = (kind, metadata) }

  /// Whether a line of a script is a marker.
  static func isMarker(_ line: Substring) -> Bool {
    let words = line.drop { $0 == " " || $0 == "\t" }
    guard words.hasPrefix("--") else { return false }
    let rest = words.dropFirst(2).drop { $0 == " " || $0 == "\t" }
    guard rest.hasPrefix("%%") else { return false }
    let after = rest.dropFirst(2).drop { $0 == "%" }
    return after.isEmpty || after.first == " " || after.first == "\t"
  }

  /// Reads a marker; what cannot be read as `key=value` stays in the title.
  init(_ line: Substring) {
    var rest = line.drop { $0 == " " || $0 == "\t" }.dropFirst(2).drop { $0 == " " || $0 == "\t" }.dropFirst(
      2)
    let depth = rest.prefix { $0 == "%" }.count
    rest = rest.dropFirst(depth)
    if depth > 0 { metadata["cell_depth"] = .int(depth) }
    var text = CellMarker.trimmed(rest)
    readOptions(&text)
    for (word, kind) in [("[markdown]", Notebook.Cell.Kind.markdown), ("[md]", .markdown), ("[raw]", .raw)] {
      guard let place = text.firstRange(of: word) else { continue }
      self.kind = kind
      if word == "[md]" { metadata["region_name"] = .string("md") }
      text.removeSubrange(place)
      break
    }
    text = CellMarker.trimmed(text[...])
    if !text.isEmpty { metadata["title"] = .string(text) }
  }

  /// Takes `key=value` words, or one JSON object, from the end of the text.
  private mutating func readOptions(_ text: inout String) {
    if let brace = text.firstIndex(of: "{"), !text[..<brace].contains("="),
      case .object(let members)? = JSON(parsing: text[brace...].utf8)
    {
      metadata.merge(members) { $1 }
      text = CellMarker.trimmed(text[..<brace])
      return
    }
    while let (start, name, value) = CellMarker.lastOption(of: text) {
      metadata[name] = value
      text = CellMarker.trimmed(text[..<start])
    }
  }

  /// The `key=value` that the text ends with: the rightmost `=` with a name before it and JSON after it.
  private static func lastOption(of text: String) -> (String.Index, String, JSON)? {
    var end = text.endIndex
    while let equals = text[..<end].lastIndex(of: "=") {
      end = equals
      let before = text[..<equals]
      let name = before[(before.lastIndex(of: " ").map { before.index(after: $0) } ?? before.startIndex)...]
      guard !name.isEmpty, name.allSatisfy(isKey),
        let value = JSON(parsing: text[text.index(after: equals)...].utf8)
      else { continue }
      return (name.startIndex, String(name), value)
    }
    return nil
  }

  private static func isKey(_ letter: Character) -> Bool {
    letter.isASCII && (letter.isLetter || letter.isNumber || "_.@/-".contains(letter))
  }

  private static func trimmed(_ text: Substring) -> String {
    var text = text.drop { $0 == " " || $0 == "\t" || $0 == "\r" }
    while let last = text.last, last == " " || last == "\t" || last == "\r" { text.removeLast() }
    return String(text)
  }

  /// The marker as a line.
  var line: String {
    var rest = metadata
    var text = "-- %%"
    if let depth = rest.removeValue(forKey: "cell_depth")?.int {
      text += String(repeating: "%", count: max(0, min(depth, 20)))
    }
    if let title = rest["title"]?.string, CellMarker.standsAlone(title) {
      text += " " + title
      rest["title"] = nil
    }
    if kind != .code {
      let word = rest.removeValue(forKey: "region_name")?.string == "md" ? "md" : kind.rawValue
      text += " [\(word)]"
    }
    guard !rest.isEmpty else { return text }
    let keys = rest.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    if keys.allSatisfy({ !$0.isEmpty && $0.allSatisfy(CellMarker.isKey) }) {
      return text + keys.map { " \($0)=\(rest[$0, default: .null].written())" }.joined()
    }
    return text + " " + JSON.object(rest).written()
  }

  /// A title that cannot be taken for anything else.
  private static func standsAlone(_ title: String) -> Bool {
    !title.isEmpty && title == trimmed(title[...]) && !title.hasPrefix("%")
      && !title.contains { "{}=[]\n\r".contains($0) }
  }
}
