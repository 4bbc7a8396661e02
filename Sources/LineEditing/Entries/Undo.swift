/// What an entry was before each change, for Ctrl-_. The letters of a word typed in one go are one change.
package struct Undo: Sendable {
  private var states: [Block] = []
  private var isTyping = false
  private let most = 500

  package init() {}

  /// Takes note of the entry as it stands.
  package mutating func note(_ block: Block) {
    guard let last = states.last, last.scalars != block.scalars else {
      if states.isEmpty { states = [block] } else { states[states.count - 1] = block }
      return
    }
    let isLetter = block.cursor == last.cursor + 1 && block.scalars.count == last.scalars.count + 1
    let goesOn = isLetter && isTyping && block.scalars[block.cursor - 1] != " "
    isTyping = isLetter
    if goesOn {
      states[states.count - 1] = block
    } else {
      states.append(block)
      if states.count > most { states.removeFirst() }
    }
  }

  /// The entry before the last change; nil where there was none.
  package mutating func back() -> Block? {
    guard states.count > 1 else { return nil }
    states.removeLast()
    isTyping = false
    return states.last
  }
}
