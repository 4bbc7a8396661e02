/// The words nearest to what was typed, the best first, for "did you mean".
///
///     nearest(to: "epoch", among: ["epochs", "lr", "seed"])      // ["epochs"]
///
/// Distance counts insertions, deletions, substitutions and swaps of neighbours (optimal string alignment),
/// with letter case free; a word counts as near within a third of its length, or when one starts the other.
public func nearest(to typed: String, among words: some Sequence<String>, most: Int = 2) -> [String] {
  let wanted = Array(typed.lowercased())
  guard !wanted.isEmpty else { return [] }
  var found: [(distance: Int, word: String)] = []
  for word in words {
    let letters = Array(word.lowercased())
    let distance = alignmentDistance(wanted, letters)
    let starts =
      min(wanted.count, letters.count) >= 2 && (letters.starts(with: wanted) || wanted.starts(with: letters))
    if distance <= max(1, max(wanted.count, letters.count) / 3) || starts { found.append((distance, word)) }
  }
  found.sort { ($0.distance, $0.word) < ($1.distance, $1.word) }
  return found.prefix(most).map(\.word)
}

private func alignmentDistance(_ a: [Character], _ b: [Character]) -> Int {
  guard !a.isEmpty, !b.isEmpty else { return max(a.count, b.count) }
  var before = [Int](repeating: 0, count: b.count + 1)
  var last = Array(0...b.count)
  for i in 1...a.count {
    var row = [Int](repeating: i, count: b.count + 1)
    for j in 1...b.count {
      let cost = a[i - 1] == b[j - 1] ? 0 : 1
      row[j] = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + cost)
      if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] { row[j] = min(row[j], before[j - 2] + 1) }
    }
    (before, last) = (last, row)
  }
  return last[b.count]
}
