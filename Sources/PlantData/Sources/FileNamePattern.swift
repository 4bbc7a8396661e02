internal import Report

/// How file names are made of parts: `{serial}_{n}.png`.
package struct FileNamePattern: Sendable {
  private enum Part { case literal(String), field(String) }

  private let parts: [Part]
  /// The names in braces, in order.
  package let fields: [String]

  /// - Throws: `Fault` (usage) when a brace is not closed or two fields touch.
  package init(_ pattern: String) throws {
    var parts: [Part] = [], literal = ""
    var rest = pattern[...]
    func wrong(_ en: String, _ zh: String) -> Fault {
      Fault(.usage, en: "pattern '\(pattern)': \(en)", zh: "模式“\(pattern)”：\(zh)")
    }
    while let character = rest.popFirst() {
      guard character == "{" else {
        literal.append(character)
        continue
      }
      guard let close = rest.firstIndex(of: "}"), close > rest.startIndex else {
        throw wrong("a { is not closed or empty", "{ 没有闭合或为空")
      }
      if !literal.isEmpty { parts.append(.literal(literal)) }
      if literal.isEmpty, !parts.isEmpty { throw wrong("two fields touch", "两个字段之间没有分隔") }
      parts.append(.field(String(rest[..<close])))
      literal = ""
      rest = rest[rest.index(after: close)...]
    }
    if !literal.isEmpty { parts.append(.literal(literal)) }
    self.parts = parts
    fields = parts.compactMap { if case .field(let name) = $0 { name } else { nil } }
    guard !fields.isEmpty else { throw wrong("no {field} in it", "没有 {字段}") }
    guard Set(fields).count == fields.count else { throw wrong("a field occurs twice", "字段重复") }
  }

  /// The values of the fields in a name, or nil when it is not made so. A field takes as little as it can.
  package func match(_ name: String) -> [String]? {
    var rest = name[...], values: [String] = []
    var i = 0
    while i < parts.count {
      switch parts[i] {
      case .literal(let text):
        guard rest.hasPrefix(text) else { return nil }
        rest = rest.dropFirst(text.count)
      case .field:
        guard i + 1 < parts.count, case .literal(let stop) = parts[i + 1] else {
          values.append(String(rest))
          return rest.isEmpty ? nil : values
        }
        let isLast = i + 2 == parts.count
        guard
          let end = isLast
            ? rest.hasSuffix(stop) ? rest.index(rest.endIndex, offsetBy: -stop.count) : nil
            : rest.firstRange(of: stop)?.lowerBound, end > rest.startIndex
        else { return nil }
        values.append(String(rest[..<end]))
        rest = rest[end...]
      }
      i += 1
    }
    return rest.isEmpty ? values : nil
  }
}
