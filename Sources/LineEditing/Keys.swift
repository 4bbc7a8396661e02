internal import CEdit
internal import CInterrupt

/// The keys that differ from libedit's own emacs mode: those that know about entries of many lines,
/// completion, pasting and Ctrl-C.
extension LineEditor {
  func bindKeys() {
    add("plantsh-enter") { editor, _ in LineEditor.of(editor).enter() }
    add("plantsh-cancel") { editor, _ in LineEditor.of(editor).cancel() }
    add("plantsh-complete") { editor, _ in LineEditor.of(editor).completeWord() }
    add("plantsh-paste") { editor, _ in LineEditor.of(editor).paste() }
    add("plantsh-up") { editor, _ in LineEditor.of(editor).move(byLines: -1) }
    add("plantsh-down") { editor, _ in LineEditor.of(editor).move(byLines: 1) }
    add("plantsh-home") { editor, _ in LineEditor.of(editor).move(toLineEnd: false) }
    add("plantsh-end") { editor, _ in LineEditor.of(editor).move(toLineEnd: true) }
    let keys = [
      ("\n", "plantsh-enter"), ("\r", "plantsh-enter"), ("^C", "plantsh-cancel"), ("\t", "plantsh-complete"),
      ("\\e[200~", "plantsh-paste"),
      ("\\e[A", "plantsh-up"), ("\\eOA", "plantsh-up"), ("\\e[B", "plantsh-down"), ("\\eOB", "plantsh-down"),
      ("^A", "plantsh-home"), ("\\e[H", "plantsh-home"), ("\\eOH", "plantsh-home"),
      ("\\e[1~", "plantsh-home"),
      ("^E", "plantsh-end"), ("\\e[F", "plantsh-end"), ("\\eOF", "plantsh-end"), ("\\e[4~", "plantsh-end"),
      ("\\e[3~", "ed-delete-next-char"), ("^W", "ed-delete-prev-word"), ("^R", "em-inc-search-prev"),
      ("\\e[1;5C", "em-next-word"), ("\\e[1;5D", "ed-prev-word"),
      // A private key that ends the line the way libedit's own Enter does, which leaves the screen right.
      ("\\037", "ed-newline"),
    ]
    for (key, command) in keys {
      let bound = key.withWideCharacters { key in
        command.withWideCharacters { cedit_bind(editor, key, $0) }
      }
      precondition(bound, "libedit refuses the key \(key)")
    }
  }

  private func add(_ name: String, _ command: cedit_command) {
    cedit_add_command(editor, name.keptWideCharacters(), name.keptWideCharacters(), command)
  }

  /// The entry as it stands.
  var block: Block {
    let line = el_wline(editor).pointee
    let characters = UnsafeBufferPointer(start: line.buffer, count: line.lastchar - line.buffer)
    return Block(String(wideCharacters: characters), cursor: line.cursor - line.buffer)
  }

  private func insert(_ text: String) -> UInt8 {
    text.withWideCharacters { _ = el_winsertstr(editor, $0) }
    return UInt8(CC_REFRESH)
  }

  private func press(_ key: String) -> UInt8 {
    key.withWideCharacters { el_wpush(editor, $0) }
    return UInt8(CC_NORM)
  }

  private func moveCursor(to place: Int) -> UInt8 {
    _ = el_cursor(editor, Int32(place - block.cursor))
    return UInt8(CC_CURSOR)
  }

  private func enter() -> UInt8 {
    let block = block
    let text = String(String.UnicodeScalarView(block.scalars))
    let isAtEnd = block.cursor == block.scalars.count
    return (isAtEnd || !text.contains("\n")) && isComplete(text) ? press("\u{1F}") : insert("\n")
  }

  private func cancel() -> UInt8 {
    wasCancelled = true
    return press("\u{1F}")
  }

  private func paste() -> UInt8 {
    let end = Array("\u{1B}[201~".unicodeScalars)
    var pasted: [Unicode.Scalar] = []
    var character: wchar_t = 0
    while cedit_read_character(&character, interrupt_requested) == 1 {
      let scalar = Unicode.Scalar(UInt32(bitPattern: character)) ?? "\u{FFFD}"
      pasted.append(scalar == "\r" ? "\n" : scalar)
      if pasted.suffix(end.count).elementsEqual(end) {
        pasted.removeLast(end.count)
        break
      }
    }
    return insert(String(String.UnicodeScalarView(pasted)))
  }

  private func move(byLines step: Int) -> UInt8 {
    if let place = block.moved(byLines: step) { return moveCursor(to: place) }
    // libedit's own Down erases a fresh line at the young end of history.
    if step > 0, historyDepth == 0 { return UInt8(CC_ERROR) }
    historyDepth = max(0, historyDepth - step)
    return press(step < 0 ? "\u{10}" : "\u{0E}")
  }

  private func move(toLineEnd: Bool) -> UInt8 {
    let block = block
    return moveCursor(to: toLineEnd ? block.lineEnd : block.lineStart)
  }

  private func completeWord() -> UInt8 {
    let block = block
    let (start, words) = complete(String(String.UnicodeScalarView(block.scalars)), block.cursor)
    guard let first = words.first else { return UInt8(CC_REFRESH_BEEP) }
    let common = words.dropFirst().reduce(Array(first.unicodeScalars)) { common, word in
      Array(zip(common, word.unicodeScalars).prefix { $0 == $1 }.map(\.0))
    }
    let typed = block.cursor - start
    if common.count > typed {
      return insert(String(String.UnicodeScalarView(common[typed...])))
    }
    guard words.count > 1 else { return UInt8(CC_NORM) }
    cedit_write("\n" + listing(of: words, columns: Int(cedit_columns())) + "\n")
    return UInt8(CC_REDISPLAY)
  }
}
