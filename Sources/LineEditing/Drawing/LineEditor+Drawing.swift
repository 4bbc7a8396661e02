internal import CEdit
internal import CInterrupt
internal import Report

extension LineEditor {
  /// One character for libedit. The entry is drawn before the editor waits for a key, and only then: nothing is
  /// drawn while pasted or held keys come in. Ctrl-C arrives as its key.
  func readCharacter(into character: UnsafeMutablePointer<wchar_t>) -> Int32 {
    if let text = initial {
      initial = nil
      insert(text)
    }
    while true {
      var result = cedit_read_character(character, 0, interrupt_requested)
      if result == Int32(CEDIT_IDLE) {
        if search == nil { undo.note(block) }
        draw()
        result = cedit_read_character(character, 1000, interrupt_requested)
      }
      switch result {
      case Int32(CEDIT_IDLE): continue
      case Int32(CEDIT_RESIZED):
        cedit_write(screen.wipe(columns: window.columns))
      case Int32(CEDIT_CONTINUED):
        cedit_retake_terminal(editor)
        screen.forget()
      case Int32(CEDIT_INTERRUPTED):
        interrupt_clear()
        character.pointee = 3
        return 1
      default: return result
      }
    }
  }

  var window: (columns: Int, rows: Int) {
    var columns: Int32 = 0, rows: Int32 = 0
    cedit_window(&columns, &rows)
    return (Int(columns), Int(rows))
  }

  /// Draws the entry as it stands with all that goes with it.
  func draw() {
    let block = block
    let (columns, rows) = window
    if menu?.block != block { menu = nil }
    var frame = frame(block, tail: isPlain ? "" : shownTail(block), columns: columns)
    frame.add(isPlain ? [] : below(block, columns: columns, rows: rows), rows: rows)
    show(frame)
  }

  /// Draws the entry alone, as it stays on the screen.
  func drawLast() {
    var frame = frame(block, tail: "", columns: window.columns)
    frame.add([], rows: window.rows)
    show(frame)
  }

  private func show(_ frame: Frame) {
    let text = screen.show(frame)
    if !text.isEmpty { cedit_write(text) }
  }

  private func frame(_ block: Block, tail: String, columns: Int) -> Frame {
    Frame(
      block, prompt: prompt, continuation: continuation, styles: isPlain ? [] : styles(block.text),
      tail: tail,
      columns: columns)
  }

  /// What Right would add at the end: the rest of an earlier entry, or the remedy in an empty line.
  func tail(_ block: Block) -> String? {
    guard block.isAtEnd, menu == nil, search == nil else { return nil }
    return block.scalars.isEmpty ? offer : past.tail(after: block.text)
  }

  /// The first line of the tail.
  private func shownTail(_ block: Block) -> String {
    let lines = (tail(block) ?? "").split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
    return lines.count > 1 ? lines[0] + " …" : String(lines.first ?? "")
  }

  private func below(_ block: Block, columns: Int, rows: Int) -> [[Cell]] {
    if let search {
      let words = search.fails ? Text(en: "not found: ", zh: "未找到：") : Text(en: "search: ", zh: "搜索：")
      return [[Cell](words.description + search.words, .dim, columns: columns - 1)]
    }
    var below: [[Cell]] = []
    if let menu {
      let listing = Listing(
        menu.words.map(\.label), columns: columns, rows: max(2, rows / 2), selected: menu.selected)
      below = listing.cells(selected: menu.selected, columns: columns)
    } else if let hint = hint(block.text, block.cursor) {
      below = [[Cell](hint, .dim, columns: columns - 1)]
    } else if !waiting.isEmpty {
      let words = Text(
        en: "\(waiting.count) more pasted, Ctrl-C drops them", zh: "还有 \(waiting.count) 条粘贴内容，按 Ctrl-C 放弃")
      below = [[Cell](words.description, .dim, columns: columns - 1)]
    }
    if let status = status() { below.append([Cell](status, .dim, columns: columns - 1)) }
    return below
  }
}
