internal import CEdit

/// Ctrl-R: a search through history while the words are typed.
extension LineEditor {
  func searchHistory() -> UInt8 {
    let before = block
    var search = HistorySearch(past)
    self.search = search
    defer { self.search = nil }
    var key: wchar_t = 0
    while el_wgetc(editor, &key) == 1, let scalar = Unicode.Scalar(UInt32(bitPattern: key)) {
      switch scalar {
      case "\u{12}": search.goOlder()
      case "\u{13}": search.goNewer()
      case "\u{08}", "\u{7F}": search.erase()
      case "\u{03}", "\u{07}":
        replaceEntry(with: before.text, cursor: before.cursor)
        return UInt8(CC_NORM)
      case "\0"..<" ":
        // Any other key takes the entry and then does what it does.
        return press(String(Character(scalar)))
      default: search.type(scalar)
      }
      self.search = search
      let found = search.block ?? before
      replaceEntry(with: found.text, cursor: found.cursor)
    }
    return UInt8(CC_NORM)
  }
}
