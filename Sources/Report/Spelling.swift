/// A word as it was typed, to be compared with words that exist.
struct Spelling {
  let letters: [Character]
  private let folded: String

  init(_ typed: String) {
    letters = Array(typed.lowercased())
    folded = Spelling.folded(typed)
  }

  /// The word without letter case and joints.
  static func folded(_ word: String) -> String {
    String(word.lowercased().filter { !"_-. ".contains($0) })
  }

  /// How far a word is, nil when it is not near: 0 for the same letters, below 1 for the same meaning.
  func distance(to word: String) -> Double? {
    let other = Array(word.lowercased()), folds = Spelling.folded(word)
    if folds == folded { return 0 }
    if Synonyms.share(folded, folds) { return 0.5 }
    if let latin = Pinyin.spelling(word), folded.allSatisfy(\.isASCII) {
      let distance = Spelling.alignment(Array(latin), Array(folded))
      if distance <= latin.count / 4 { return 0.6 + Double(distance) / 10 }
    }
    let distance = Spelling.alignment(letters, other)
    if distance <= max(1, max(letters.count, other.count) / 3) { return Double(distance) }
    let shorter = min(folded.count, folds.count)
    if shorter >= 2, folds.hasPrefix(folded) || folded.hasPrefix(folds) { return Double(distance) }
    if shorter >= 3, folds.contains(folded) || folded.contains(folds) { return Double(distance) + 1 }
    if isAbbreviation(of: other) { return Double(distance) + 1 }
    return isNearSynonym(of: folds) ? 2 : nil
  }

  /// `averge` of `mean`: one letter away from a word that means the same.
  private func isNearSynonym(of word: String) -> Bool {
    guard letters.count >= 5 else { return false }
    return Synonyms.of(word).contains {
      $0.count >= 5 && abs($0.count - letters.count) <= 1 && Spelling.alignment(Array($0), letters) == 1
    }
  }

  /// `spd` of `speed`: the same first letter, and all others in their order.
  private func isAbbreviation(of word: [Character]) -> Bool {
    guard letters.count >= 3, letters.count * 2 >= word.count, letters.first == word.first else {
      return false
    }
    var rest = letters[...]
    for letter in word where letter == rest.first { rest = rest.dropFirst() }
    return rest.isEmpty
  }

  /// Insertions, deletions, substitutions and swaps of neighbours between two words (optimal string alignment).
  private static func alignment(_ a: [Character], _ b: [Character]) -> Int {
    guard !a.isEmpty, !b.isEmpty else { return max(a.count, b.count) }
    var before = [Int](repeating: 0, count: b.count + 1)
    var last = Array(0...b.count)
    for i in 1...a.count {
      var row = [Int](repeating: i, count: b.count + 1)
      for j in 1...b.count {
        let cost = a[i - 1] == b[j - 1] ? 0 : 1
        row[j] = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + cost)
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
          row[j] = min(row[j], before[j - 2] + 1)
        }
      }
      (before, last) = (last, row)
    }
    return last[b.count]
  }
}
