internal import CEdit
internal import CInterrupt
internal import Report

extension LineEditor {
  /// One character for libedit. A new window size redraws the entry; Ctrl-C arrives as its key.
  func readCharacter(into character: UnsafeMutablePointer<wchar_t>) -> Int32 {
    while true {
      switch cedit_read_character(character, interrupt_requested) {
      case Int32(CEDIT_RESIZED):
        redraw()
      case Int32(CEDIT_INTERRUPTED):
        interrupt_clear()
        character.pointee = 3
        return 1
      case let result:
        return result
      }
    }
  }

  /// Wipes the entry as the terminal has re-flowed it and draws it anew: `el_resize` alone leaves old rows.
  private func redraw() {
    let block = block
    let cells = cells(of: block.scalars, promptWidth: promptWidth, columns: Int(cedit_columns()))
    let up = cells[block.cursor].row
    cedit_write((up > 0 ? "\u{1B}[\(up)A" : "") + "\r\u{1B}[J")
    el_resize(editor)
    cedit_refresh(editor)
  }

  private var promptWidth: Int {
    let parts = prompt.split(separator: "\u{1}", omittingEmptySubsequences: false)
    return parts.indices.filter { $0 % 2 == 0 }.reduce(0) { $0 + parts[$1].displayWidth }
  }
}
