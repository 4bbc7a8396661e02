internal import Glibc
internal import Synchronization

/// How many columns the terminal gives characters that Unicode calls ambiguous: one, or two in old terminals made for
/// Chinese.
///
/// `PLANTSH_AMBIGUOUS` says it, 1 or 2; `auto` or nothing lets the terminal be asked, once, before the first text that
/// has such a character.
public enum AmbiguousWidth {
  public static var columns: Int {
    get { width.load(ordering: .relaxed) }
    set { width.store(newValue == 2 ? 2 : 1, ordering: .relaxed) }
  }

  private static let width = Atomic<Int>(said ?? 1)
  private static let isSettled = Atomic<Bool>(said != nil)

  /// What the environment says.
  private static var said: Int? {
    getenv("PLANTSH_AMBIGUOUS").flatMap { ["1": 1, "2": 2][String(cString: $0)] }
  }

  /// Asks the terminal when the text makes it matter and nobody has asked before; true when the text must be set anew.
  public static func settle(for text: String, on surface: Surface) -> Bool {
    guard !surface.plain, surface.isTerminal, !isSettled.load(ordering: .relaxed),
      text.unicodeScalars.contains(where: \.isAmbiguous)
    else { return false }
    isSettled.store(true, ordering: .relaxed)
    // A dot, then where the cursor stands.
    let answer = TerminalDialogue.ask("\r·\u{1B}[6n", until: "R")
    TerminalDialogue.say("\r\u{1B}[K")
    guard let answer, let column = answer.split(separator: ";").last.flatMap({ Int($0.dropLast()) }),
      column == 3
    else {
      return false
    }
    columns = 2
    return true
  }
}
