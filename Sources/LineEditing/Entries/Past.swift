/// Earlier entries, the oldest first, and the way through them: the Up key goes to older entries that start with
/// what was typed, Down comes back to it.
package struct Past: Sendable {
  package private(set) var entries: [String] = []
  private let most = 5000
  /// What was typed before the way began.
  private var draft = ""
  private var position: Int?
  /// What the way has put into the line; another text there begins a new way.
  private var shown: String?

  package init() {}

  /// Takes in an entry that is not blank. The same entry twice in a row is kept once.
  package mutating func append(_ entry: String) {
    forgetWay()
    guard !entry.allSatisfy(\.isWhitespace), entry != entries.last else { return }
    entries.append(entry)
    if entries.count > most { entries.removeFirst(entries.count - most) }
  }

  /// Ends the way through the entries.
  package mutating func forgetWay() { (draft, position, shown) = ("", nil, nil) }

  /// The next older entry that starts with what was typed.
  package mutating func older(than typed: String) -> String? {
    begin(with: typed)
    let start = position ?? entries.count
    guard let next = entries[..<start].lastIndex(where: { $0.hasPrefix(draft) && $0 != shown }) else {
      return nil
    }
    return step(to: next)
  }

  /// The next newer entry, at last what was typed; nil where no way was begun.
  package mutating func newer(than typed: String) -> String? {
    guard shown == typed, let position else { return nil }
    let next = entries[(position + 1)...].firstIndex { $0.hasPrefix(draft) && $0 != shown }
    guard let next else {
      let typed = draft
      forgetWay()
      return typed
    }
    return step(to: next)
  }

  private mutating func begin(with typed: String) {
    if typed != shown { (draft, position, shown) = (typed, nil, typed) }
  }

  private mutating func step(to next: Int) -> String {
    position = next
    shown = entries[next]
    return entries[next]
  }

  /// The rest of the newest entry that starts with the text.
  package func tail(after typed: String) -> String? {
    guard !typed.allSatisfy(\.isWhitespace) else { return nil }
    let found = entries.last { $0.utf8.count > typed.utf8.count && $0.utf8.starts(with: typed.utf8) }
    return found.map { String($0.unicodeScalars.dropFirst(typed.unicodeScalars.count)) }
  }

  /// The position of the newest entry before `limit` that holds the words.
  package func search(_ words: String, before limit: Int? = nil) -> Int? {
    words.isEmpty
      ? nil : entries[..<min(limit ?? entries.count, entries.count)].lastIndex { $0.contains(words) }
  }

  /// The position of the oldest entry after `limit` that holds the words.
  package func search(_ words: String, after limit: Int) -> Int? {
    entries[min(limit + 1, entries.count)...].firstIndex { !words.isEmpty && $0.contains(words) }
  }
}
