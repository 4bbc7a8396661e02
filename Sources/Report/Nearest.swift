/// The words nearest to what was typed, the best first, for "did you mean".
///
///     nearest(to: "epoch", among: ["epochs", "lr", "seed"])      // ["epochs"]
///
/// Near is a word that differs in letter case and joints only (`groupby`, `group_by`), means the same (`where`,
/// `filter`), is the Chinese of what was typed in Latin letters (`wendu`, 温度), lies within a third of its length
/// (`Spelling.distance`), or starts or contains the other.
public func nearest(to typed: String, among words: some Sequence<String>, most: Int = 2) -> [String] {
  let wanted = Spelling(typed)
  guard !wanted.letters.isEmpty else { return [] }
  var found: [(distance: Double, word: String)] = []
  for word in words {
    if let distance = wanted.distance(to: word) { found.append((distance, word)) }
  }
  found.sort { ($0.distance, $0.word) < ($1.distance, $1.word) }
  return found.prefix(most).map(\.word)
}
