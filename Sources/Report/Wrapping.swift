extension StringProtocol {
  /// The text in lines of at most `width` columns, broken between words, or between any two characters where one is
  /// wide as Chinese is. Closing punctuation stays at the end of its line.
  public func wrapped(toWidth width: Int) -> [String] {
    var lines: [String] = [], line = "", used = 0
    func isWide(_ character: Character) -> Bool { String(character).displayWidth == 2 }
    for word in words(breakingAfter: isWide) {
      let size = word.displayWidth
      let visible = word.trimmedEnd.displayWidth
      if used + visible > width, !line.isEmpty {
        lines.append(line.trimmedEnd)
        (line, used) = ("", 0)
      }
      var rest = word
      while rest.trimmedEnd.displayWidth > width {
        var piece = "", taken = 0
        while let next = rest.first, taken + String(next).displayWidth <= Swift.max(2, width) {
          piece.append(rest.removeFirst())
          taken += String(next).displayWidth
        }
        lines.append(piece)
      }
      line += rest
      used += rest.count == word.count ? size : rest.displayWidth
    }
    if !line.isEmpty || lines.isEmpty { lines.append(line.trimmedEnd) }
    return lines
  }

  /// Pieces that a line may be broken between, each with the spaces after it.
  private func words(breakingAfter isWide: (Character) -> Bool) -> [String] {
    var words: [String] = [], word = ""
    let closing: Set<Character> = ["，", "。", "、", "；", "：", "）", "？", "！", "”", "》"]
    for character in self {
      let last = word.last
      let breaks =
        last.map { before in
          (before == " " && character != " ")
            || (before != " " && (isWide(before) || isWide(character)) && !closing.contains(character)
              && character != " " && before != "（" && before != "“")
        } ?? false
      if breaks {
        words.append(word)
        word = ""
      }
      word.append(character)
    }
    if !word.isEmpty { words.append(word) }
    return words
  }
}
