internal import CEdit

/// The Tab key.
extension LineEditor {
  /// Takes a repaired entry or the offered remedy; otherwise finishes the word at the cursor as far as it is
  /// certain, lists what it can become, and goes through that list when pressed again.
  func completeWord(by step: Int) -> UInt8 {
    let block = block
    if menu?.block == block, !isPlain { return goThroughMenu(by: step) }
    if let repaired = repair(block.text) {
      replaceEntry(with: repaired)
      return UInt8(CC_NORM)
    }
    if block.scalars.isEmpty, let offer { return insert(offer) }
    if !block.above.isEmpty, block.typedLine.allSatisfy({ $0 == " " }) { return insert("  ") }
    let (start, words) = complete(block.text, block.cursor)
    guard let first = words.first else { return UInt8(CC_ERROR) }
    if words.count == 1 { return take(first, from: start) }
    let typed = block.scalars[start..<block.cursor]
    let common = commonStart(of: words)
    if common.count > typed.count {
      erase(typed.count)
      insert(String(String.UnicodeScalarView(common)))
    }
    menu = Menu(words, start: start, block: self.block)
    if isPlain { listPlainly(words) }
    return UInt8(CC_NORM)
  }

  private func goThroughMenu(by step: Int) -> UInt8 {
    guard var menu else { return UInt8(CC_ERROR) }
    let word = menu.step(step)
    erase(block.cursor - menu.start)
    insert(word.text)
    menu.block = block
    self.menu = menu
    return UInt8(CC_NORM)
  }

  private func take(_ word: Candidate, from start: Int) -> UInt8 {
    erase(block.cursor - start)
    let block = block
    let after = String(String.UnicodeScalarView(block.scalars[block.cursor...]))
    return insert(word.text + (after.hasPrefix(word.ending) ? "" : word.ending))
  }

  /// The list under the entry, which is then drawn anew.
  private func listPlainly(_ words: [Candidate]) {
    let (columns, rows) = window
    drawLast()
    cedit_write(
      screen.leave() + Listing(words.map(\.label), columns: columns, rows: rows / 2).text + "\n")
  }
}
