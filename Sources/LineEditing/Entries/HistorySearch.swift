/// A search through earlier entries, key by key (Ctrl-R).
package struct HistorySearch: Sendable {
  private let past: Past
  package private(set) var words = ""
  /// The entry found, by its position.
  private var position: Int?
  /// Whether the words are in no entry.
  package private(set) var fails = false

  package init(_ past: Past) { self.past = past }

  package var found: String? { position.map { past.entries[$0] } }

  /// The found entry with the cursor at the words.
  package var block: Block? {
    guard let found else { return nil }
    let place = found.ranges(of: words).first.map {
      found.unicodeScalars.distance(from: found.startIndex, to: $0.lowerBound)
    }
    return Block(found, cursor: place)
  }

  package mutating func type(_ scalar: Unicode.Scalar) {
    words.unicodeScalars.append(scalar)
    take(past.search(words, before: position.map { $0 + 1 }))
  }

  package mutating func erase() {
    guard !words.isEmpty else { return }
    words.unicodeScalars.removeLast()
    take(past.search(words))
  }

  package mutating func goOlder() { take(past.search(words, before: position)) }

  package mutating func goNewer() { take(position.flatMap { past.search(words, after: $0) }) }

  private mutating func take(_ next: Int?) {
    fails = next == nil && !words.isEmpty
    if let next { position = next } else if words.isEmpty { position = nil }
  }
}
