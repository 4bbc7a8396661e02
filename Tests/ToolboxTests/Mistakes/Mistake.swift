import Report

/// An entry of `beginners.txt`, and the words that would have helped.
struct Mistake {
  var entry: String
  var right: [String]

  /// All mistakes of a file: `> ` starts an entry, `= ` its right words.
  static func all(in text: String) -> [Mistake] {
    var found: [Mistake] = []
    for line in text.split(separator: "\n") {
      if line.hasPrefix("> ") {
        found.append(Mistake(entry: String(line.dropFirst(2)).replacing("⏎", with: "\n"), right: []))
      } else if line.hasPrefix("= "), !found.isEmpty {
        found[found.count - 1].right = line.dropFirst(2).split(separator: " | ").map(String.init)
      }
    }
    return found
  }

  /// Whether the fault offers one of the right words: in its own words or its remedy, not in the quoted source, and
  /// among the first two of a list.
  func isHelped(by fault: Fault, in language: Language) -> Bool {
    let words = fault.what.in(language).split(separator: "\n", omittingEmptySubsequences: false)[0]
    let offered = Mistake.firstTwo(of: String(words)) + "\n" + (fault.remedy ?? "")
    return right.contains { Mistake.has($0, in: offered) }
  }

  /// The text with lists of what there is cut after their second word.
  private static func firstTwo(of words: String) -> String {
    for start in ["there are: ", "可用：", "columns: ", "one of ", "现有列：", "之一："] {
      guard let range = words.range(of: start) else { continue }
      let list = words[range.upperBound...].replacing("、", with: ", ").split(separator: ", ")
      guard list.count > 2 else { continue }
      let end = words[range.upperBound...].range(of: " · ").map { words[$0.lowerBound...] } ?? ""
      return words[..<range.upperBound] + list.prefix(2).joined(separator: ", ") + end
    }
    return words
  }

  /// Whether the text has the word, not as a part of a longer one.
  private static func has(_ word: String, in text: String) -> Bool {
    var rest = text[...]
    func isLetter(_ character: Character?) -> Bool {
      character.map { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") } ?? false
    }
    while let range = rest.range(of: word) {
      let before = range.lowerBound > text.startIndex ? text[text.index(before: range.lowerBound)] : nil
      let after = range.upperBound < text.endIndex ? text[range.upperBound] : nil
      if !(isLetter(word.first) && isLetter(before)), !(isLetter(word.last) && isLetter(after)) {
        return true
      }
      rest = rest[rest.index(after: range.lowerBound)...]
    }
    return false
  }
}

extension StringProtocol {
  /// The first place of a text in this one.
  fileprivate func range(of word: String) -> Range<Index>? { firstRange(of: word) }
}
