internal import CEdit
internal import CInterrupt

/// Bracketed paste: the terminal says where pasted text begins and ends.
extension LineEditor {
  func paste() -> UInt8 {
    let end = Array("\u{1B}[201~".unicodeScalars)
    var pasted: [Unicode.Scalar] = []
    var character: wchar_t = 0
    while true {
      let result = cedit_read_character(&character, -1, interrupt_requested)
      if result == Int32(CEDIT_RESIZED) || result == Int32(CEDIT_CONTINUED) { continue }
      guard result == 1 else { break }
      pasted.append(Unicode.Scalar(UInt32(bitPattern: character)) ?? "\u{FFFD}")
      if pasted.last == "~", pasted.suffix(end.count).elementsEqual(end) {
        pasted.removeLast(end.count)
        break
      }
    }
    let text = PastedText(String(String.UnicodeScalarView(pasted)))
    waiting += text.entries.dropFirst()
    return insert(text.entries.first ?? "")
  }
}
