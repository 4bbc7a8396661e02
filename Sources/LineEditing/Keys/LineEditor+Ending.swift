internal import CEdit
internal import Report

/// Enter, Ctrl-C and the lines in between.
extension LineEditor {
  /// Runs the entry, or gives it another line. An empty line ends an entry that is not complete, so that its fault
  /// is shown.
  func enter() -> UInt8 {
    let block = block
    let text = block.text
    let isOneLine = !text.contains("\n")
    let isBlankEnd = !isOneLine && block.isInLastLine && block.lineIsBlank
    if isBlankEnd || ((block.isAtEnd || isOneLine) && isComplete(text)) {
      return finish(.text(isBlankEnd ? text.droppingBlankEnd : text))
    }
    return breakLine()
  }

  /// Breaks the line at the cursor; the new line is indented.
  func breakLine() -> UInt8 {
    let block = block
    let rest = String(String.UnicodeScalarView(block.scalars[block.cursor..<block.lineEnd]))
    let columns = indentation(block.above + block.typedLine + "\n", rest)
    return insert("\n" + String(repeating: " ", count: max(0, columns)))
  }

  func cancel() -> UInt8 { finish(.cancelled) }

  private func finish(_ entry: Entry) -> UInt8 {
    outcome = entry
    menu = nil
    drawLast()
    return UInt8(CC_NEWLINE)
  }

  /// Inserts a character that may end a word such as `end`: a line that closes a block moves out to the block's
  /// first line.
  func insertClosing(_ key: wint_t) -> UInt8 {
    if let scalar = Unicode.Scalar(key) { insert(String(Character(scalar))) }
    let block = block
    let line = block.typedLine
    let word = line.drop { $0 == " " }
    let indent = line.count - word.count
    guard block.cursor == block.lineEnd, !block.above.isEmpty, indent > 0 else { return UInt8(CC_NORM) }
    let wanted = indentation(block.above, String(word))
    if wanted < indentation(block.above, ""), wanted < indent {
      erase(line.unicodeScalars.count)
      insert(String(repeating: " ", count: wanted) + word)
    }
    return UInt8(CC_NORM)
  }

  /// Takes the last change back.
  func goBack() -> UInt8 {
    guard let before = undo.back() else { return UInt8(CC_ERROR) }
    replaceEntry(with: before.text, cursor: before.cursor)
    return UInt8(CC_NORM)
  }

  func clearScreen() -> UInt8 {
    cedit_write("\u{1B}[H\u{1B}[2J")
    screen.forget()
    return UInt8(CC_NORM)
  }
}

extension Block {
  fileprivate var lineIsBlank: Bool {
    scalars[lineStart..<lineEnd].allSatisfy { $0 == " " || $0 == "\t" }
  }
}

extension String {
  fileprivate var droppingBlankEnd: String {
    var text = self[...]
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
