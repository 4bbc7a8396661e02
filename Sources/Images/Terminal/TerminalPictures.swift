internal import Glibc
internal import Report
internal import Synchronization

/// How the terminal shows pictures.
package enum Graphics: String, CaseIterable, Sendable {
  /// Words only.
  case none
  /// Coloured half blocks, which every terminal has.
  case blocks
  /// Pixels, by DEC's sixels, kitty's protocol or iTerm2's.
  case sixel, kitty, iterm
}

/// What the terminal says of itself, asked once, before the first picture; `PLANTSH_GRAPHICS` decides for it.
package struct TerminalPictures: Sendable {
  let graphics: Graphics
  /// Pixels of a character cell.
  let cell: (width: Int, height: Int)

  static let found = TerminalPictures()

  private init() {
    let wanted = getenv("PLANTSH_GRAPHICS").flatMap { Graphics(rawValue: String(cString: $0)) }
    cell = TerminalPictures.windowCell ?? (10, 20)
    graphics = wanted ?? TerminalPictures.asked
  }

  /// Three questions in one, the last of which every terminal answers: kitty's, the terminal's name, its attributes.
  private static var asked: Graphics {
    let question = "\u{1B}_Gi=31,s=1,v=1,a=q,t=d,f=24;AAAA\u{1B}\\\u{1B}[>0q\u{1B}[c"
    return TerminalDialogue.ask(question, until: "c").map(graphics) ?? .blocks
  }

  /// What the answers mean.
  package static func graphics(answers: String) -> Graphics {
    if answers.contains("_Gi=31;OK") { return .kitty }
    if ["iTerm2", "WezTerm"].contains(where: answers.contains) { return .iterm }
    guard let start = answers.range(of: "[?", backwards: true) else { return .blocks }
    let attributes = answers[start.upperBound...].dropLast().split(separator: ";")
    return attributes.dropFirst().contains("4") ? .sixel : .blocks
  }

  private static var windowCell: (Int, Int)? {
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_xpixel > 0, size.ws_ypixel > 0,
      size.ws_col > 0, size.ws_row > 0
    else { return nil }
    return (Int(size.ws_xpixel / size.ws_col), Int(size.ws_ypixel / size.ws_row))
  }
}

extension String {
  /// Where a text stands last.
  fileprivate func range(of word: String, backwards: Bool) -> Range<Index>? {
    var found: Range<Index>?
    var rest = self[...]
    while let next = rest.firstRange(of: word) {
      found = next
      rest = rest[next.upperBound...]
    }
    return found
  }
}
