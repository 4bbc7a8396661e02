internal import Exchange
internal import Report

/// The part of YAML that jupytext writes: mappings and lists by indentation, plain and quoted texts, JSON.
struct FrontMatter {
  private(set) var value: JSON = .null
  private var lines: [(indent: Int, text: String, number: Int)]
  private var place = 0
  private let file: String

  init(_ lines: [Substring], file: String, firstLine: Int) throws {
    self.file = file
    self.lines = lines.enumerated().compactMap { k, line in
      let text = line.drop { $0 == " " }
      guard !text.isEmpty, !text.hasPrefix("#") else { return nil }
      var words = text
      while words.last == " " { words.removeLast() }
      return (line.count - text.count, String(words), firstLine + k)
    }
    if let first = self.lines.first { value = try block(first.indent, depth: 0) }
    guard place == self.lines.count else { throw fault(self.lines[place].number) }
  }

  private func fault(_ line: Int) -> Fault {
    Fault(
      .format, en: "the notebook's header cannot be read", zh: "无法读取笔记本的头部", at: Place(file: file, line: line)
    )
  }

  /// The mapping or list whose lines stand at this indentation.
  private mutating func block(_ indent: Int, depth: Int) throws -> JSON {
    guard depth < 40 else { throw fault(lines[place].number) }
    var members: [String: JSON] = [:]
    var list: [JSON] = []
    while place < lines.count, lines[place].indent == indent {
      let (_, text, number) = lines[place]
      if text == "-" || text.hasPrefix("- ") {
        let rest = text.dropFirst(2)
        if rest.first != "{", rest.first != "[", FrontMatter.pair(String(rest)) != nil {
          lines[place] = (indent + 2, String(rest), number)
          list.append(try block(indent + 2, depth: depth + 1))
        } else {
          place += 1
          list.append(scalar(rest))
        }
        continue
      }
      if !list.isEmpty { break }
      guard let (key, rest) = FrontMatter.pair(text) else { throw fault(number) }
      place += 1
      members[key] = try rest.isEmpty ? nested(under: indent, depth: depth) : scalar(rest)
    }
    return list.isEmpty ? .object(members) : .array(list)
  }

  /// What stands further right, or a list at the same indentation, which YAML allows.
  private mutating func nested(under indent: Int, depth: Int) throws -> JSON {
    guard place < lines.count else { return .null }
    let next = lines[place]
    guard next.indent > indent || (next.indent == indent && next.text.hasPrefix("- ")) else { return .null }
    return try block(next.indent, depth: depth + 1)
  }

  private static func pair(_ text: String) -> (String, Substring)? {
    if text.hasPrefix("\"") {
      var isEscaped = false
      for (place, letter) in zip(text.indices, text).dropFirst() {
        if isEscaped { isEscaped = false; continue }
        if letter == "\\" { isEscaped = true; continue }
        guard letter == "\"" else { continue }
        let rest = text[text.index(after: place)...]
        guard rest.hasPrefix(":"), let key = JSON(parsing: text[...place].utf8)?.string else { return nil }
        return (key, rest.dropFirst().drop { $0 == " " })
      }
      return nil
    }
    guard let colon = text.firstRange(of: ": ") ?? (text.hasSuffix(":") ? text.range(ofLast: ":") : nil)
    else {
      return nil
    }
    return (String(text[..<colon.lowerBound]), text[colon.upperBound...].drop { $0 == " " })
  }

  private func scalar(_ text: Substring) -> JSON {
    if let value = JSON(parsing: text.utf8) { return value }
    if text.hasPrefix("'"), text.hasSuffix("'"), text.count >= 2 {
      return .string(String(text.dropFirst().dropLast()).replacing("''", with: "'"))
    }
    return text == "~" || text.isEmpty ? .null : .string(String(text))
  }
}

extension String {
  fileprivate func range(ofLast letter: Character) -> Range<String.Index>? {
    lastIndex(of: letter).map { $0..<index(after: $0) }
  }
}
