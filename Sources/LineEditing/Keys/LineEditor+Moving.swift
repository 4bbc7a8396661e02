internal import CEdit

/// The keys that move within the block, and beyond it into history.
extension LineEditor {
  func goUp() -> UInt8 {
    if let place = block.moved(byLines: -1) { return moveCursor(to: place) }
    return recallOlder()
  }

  func goDown() -> UInt8 {
    if let place = block.moved(byLines: 1) { return moveCursor(to: place) }
    return recallNewer()
  }

  func recallOlder() -> UInt8 {
    guard let entry = past.older(than: block.text) else { return UInt8(CC_ERROR) }
    replaceEntry(with: entry)
    return UInt8(CC_NORM)
  }

  func recallNewer() -> UInt8 {
    guard let entry = past.newer(than: block.text) else { return UInt8(CC_ERROR) }
    replaceEntry(with: entry)
    return UInt8(CC_NORM)
  }

  /// One character to the right; at the end, what is suggested there is taken.
  func goRight() -> UInt8 {
    let block = block
    if let tail = tail(block) { return insert(tail) }
    return moveCursor(to: min(block.cursor + 1, block.scalars.count))
  }

  func goToLineStart() -> UInt8 { moveCursor(to: block.lineStart) }

  /// The end of the line; at the end, what is suggested there is taken.
  func goToLineEnd() -> UInt8 {
    let block = block
    if let tail = tail(block) { return insert(tail) }
    return moveCursor(to: block.lineEnd)
  }
}
