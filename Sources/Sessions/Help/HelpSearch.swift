internal import LuaBridge
internal import Report

/// Finds declarations by words in either language; a word finds what is called by a word of the same meaning, too:
/// 读取 finds `data.csv`, `average` finds `tensor:mean`.
struct HelpSearch {
  private let meanings: [Set<String>]

  init(_ words: String) {
    meanings = words.lowercased().split { $0 == " " || $0 == "　" || $0 == "，" || $0 == "," }.map { word in
      Set(Synonyms.of(String(word)).union([String(word)]).map(HelpSearch.singular))
    }
  }

  /// The declarations that have all the words, those first whose name has them.
  func found(in declarations: [Declaration]) -> [Declaration] {
    guard !meanings.isEmpty else { return [] }
    let scored = declarations.enumerated().compactMap { place, declaration in
      score(declaration).map { (score: $0, place: place, declaration: declaration) }
    }
    return scored.sorted { ($0.score, $0.place) < ($1.score, $1.place) }.map(\.declaration)
  }

  /// 0 when the name has all the words, more for each that only the help has; nil when a word is nowhere.
  private func score(_ declaration: Declaration) -> Int? {
    guard declaration.kind != .module else { return nil }
    let names = HelpSearch.words(declaration.fullName)
    let help = (declaration.fullName + " " + declaration.summary.en + " " + declaration.summary.zh)
      .lowercased()
    let words = HelpSearch.words(help)
    var score = 0
    for meaning in meanings {
      if !meaning.isDisjoint(with: names) { continue }
      let isFound = meaning.contains { word in
        words.contains(word) || (word.count > 3 || !word.allSatisfy(\.isASCII)) && help.contains(word)
      }
      guard isFound else { return nil }
      score += 1
    }
    return score
  }

  private static func words(_ text: String) -> Set<String> {
    Set(text.lowercased().split { !$0.isLetter && !$0.isNumber && $0 != "_" }.map { singular(String($0)) })
  }

  /// One value and several values are one word.
  private static func singular(_ word: String) -> String {
    word.count > 4 && word.hasSuffix("s") && !word.hasSuffix("ss") ? String(word.dropLast()) : word
  }
}
