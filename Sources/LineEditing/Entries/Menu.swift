/// The words that may stand at the cursor, while the Tab key goes through them.
package struct Menu: Sendable {
  package let words: [Candidate]
  /// Where the word starts.
  package let start: Int
  package private(set) var selected: Int?
  /// The entry as the menu has left it; with any other entry the menu is over.
  package var block: Block

  package init(_ words: [Candidate], start: Int, block: Block) {
    (self.words, self.start, self.block) = (words, start, block)
  }

  /// The next word, or the one before it; after the last comes the first.
  package mutating func step(_ by: Int) -> Candidate {
    let next = selected.map { $0 + by } ?? (by > 0 ? 0 : words.count - 1)
    selected = (next + words.count) % words.count
    return words[selected ?? 0]
  }
}

/// A word that may stand at the cursor.
public struct Candidate: Sendable, Equatable {
  /// What replaces the typed part.
  public var text: String
  /// What the list shows.
  public var label: String
  /// What is written after the word when it is the only one: a closing quote, ` = `.
  public var ending: String

  public init(_ text: String, label: String? = nil, ending: String = "") {
    self.text = text
    self.label = label ?? text
    self.ending = ending
  }
}

/// What all candidates start with, where it goes on from the `typed` part.
package func commonStart(of words: [Candidate]) -> [Unicode.Scalar] {
  guard let first = words.first else { return [] }
  return words.dropFirst().reduce(Array(first.text.unicodeScalars)) { common, word in
    Array(zip(common, word.text.unicodeScalars).prefix { $0 == $1 }.map(\.0))
  }
}
