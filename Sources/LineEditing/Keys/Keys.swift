internal import CEdit

/// The keys that differ from libedit's own emacs mode: those that know about entries of many lines, history,
/// completion, pasting and Ctrl-C.
extension LineEditor {
  func bindKeys() {
    let commands: [(String, cedit_command)] = [
      ("plantsh-enter", { editor, _ in LineEditor.of(editor).enter() }),
      ("plantsh-new-line", { editor, _ in LineEditor.of(editor).breakLine() }),
      ("plantsh-cancel", { editor, _ in LineEditor.of(editor).cancel() }),
      ("plantsh-complete", { editor, _ in LineEditor.of(editor).completeWord(by: 1) }),
      ("plantsh-complete-back", { editor, _ in LineEditor.of(editor).completeWord(by: -1) }),
      ("plantsh-close", { editor, key in LineEditor.of(editor).insertClosing(key) }),
      ("plantsh-paste", { editor, _ in LineEditor.of(editor).paste() }),
      ("plantsh-up", { editor, _ in LineEditor.of(editor).goUp() }),
      ("plantsh-down", { editor, _ in LineEditor.of(editor).goDown() }),
      ("plantsh-older", { editor, _ in LineEditor.of(editor).recallOlder() }),
      ("plantsh-newer", { editor, _ in LineEditor.of(editor).recallNewer() }),
      ("plantsh-right", { editor, _ in LineEditor.of(editor).goRight() }),
      ("plantsh-home", { editor, _ in LineEditor.of(editor).goToLineStart() }),
      ("plantsh-end", { editor, _ in LineEditor.of(editor).goToLineEnd() }),
      ("plantsh-search", { editor, _ in LineEditor.of(editor).searchHistory() }),
      ("plantsh-undo", { editor, _ in LineEditor.of(editor).goBack() }),
      ("plantsh-nothing", { _, _ in UInt8(CC_NORM) }),
      ("plantsh-clear", { editor, _ in LineEditor.of(editor).clearScreen() }),
    ]
    for (name, command) in commands {
      cedit_add_command(editor, name.keptWideCharacters(), name.keptWideCharacters(), command)
    }
    let keys = [
      ("\n", "plantsh-enter"), ("\r", "plantsh-enter"), ("\\e\\r", "plantsh-new-line"),
      ("\\e\\n", "plantsh-new-line"), ("^C", "plantsh-cancel"),
      ("\t", "plantsh-complete"), ("\\e[Z", "plantsh-complete-back"), ("\\e[200~", "plantsh-paste"),
      ("\\e[A", "plantsh-up"), ("\\eOA", "plantsh-up"), ("\\e[B", "plantsh-down"), ("\\eOB", "plantsh-down"),
      ("^P", "plantsh-older"), ("^N", "plantsh-newer"),
      ("\\e[5~", "plantsh-older"), ("\\e[6~", "plantsh-newer"),
      ("\\e[C", "plantsh-right"), ("\\eOC", "plantsh-right"), ("^F", "plantsh-right"),
      ("^A", "plantsh-home"), ("\\e[H", "plantsh-home"), ("\\eOH", "plantsh-home"),
      ("\\e[1~", "plantsh-home"), ("\\e[7~", "plantsh-home"),
      ("^E", "plantsh-end"), ("\\e[F", "plantsh-end"), ("\\eOF", "plantsh-end"), ("\\e[4~", "plantsh-end"),
      ("\\e[8~", "plantsh-end"),
      ("^R", "plantsh-search"), ("^L", "plantsh-clear"), ("\\037", "plantsh-undo"), ("^X^U", "plantsh-undo"),
      ("\\e[3~", "ed-delete-next-char"), ("^W", "ed-delete-prev-word"),
      ("\\e[1;5C", "em-next-word"), ("\\e[1;5D", "ed-prev-word"),
      ("\\e[1;3C", "em-next-word"), ("\\e[1;3D", "ed-prev-word"),
    ]
    let closing = ["d", "e", "f", "l", ")", "]", "}"].map { ($0, "plantsh-close") }
    for (key, command) in keys + closing + unusedKeys.map({ ($0, "plantsh-nothing") }) {
      let bound = key.withWideCharacters { key in
        command.withWideCharacters { cedit_bind(editor, key, $0) }
      }
      precondition(bound, "libedit refuses the key \(key)")
    }
  }

  /// The entry as it stands.
  var block: Block {
    let line = el_wline(editor).pointee
    let characters = UnsafeBufferPointer(start: line.buffer, count: line.lastchar - line.buffer)
    return Block(wide: characters, cursor: line.cursor - line.buffer)
  }

  /// Inserts a text at the cursor.
  @discardableResult
  func insert(_ text: some StringProtocol) -> UInt8 {
    String(text).withWideCharacters { _ = el_winsertstr(editor, $0) }
    return UInt8(CC_NORM)
  }

  /// Deletes characters before the cursor.
  func erase(_ count: Int) { el_deletestr(editor, Int32(count)) }

  @discardableResult
  func moveCursor(to place: Int) -> UInt8 {
    _ = el_cursor(editor, Int32(place - block.cursor))
    return UInt8(CC_NORM)
  }

  /// Puts another text in the place of the whole entry, the cursor at its end unless a place is given.
  func replaceEntry(with text: String, cursor: Int? = nil) {
    moveCursor(to: block.scalars.count)
    erase(block.scalars.count)
    insert(text)
    if let cursor { moveCursor(to: cursor) }
  }

  /// Gives keys back, to be read next.
  func press(_ keys: String) -> UInt8 {
    keys.withWideCharacters { el_wpush(editor, $0) }
    return UInt8(CC_NORM)
  }
}
