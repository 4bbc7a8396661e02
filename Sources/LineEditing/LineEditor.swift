internal import CEdit
internal import CInterrupt
internal import Glibc
internal import Report

/// Reads entries from a terminal: entries of many lines edited as one block, with history, completion, colour and
/// hints while typing. libedit reads the keys and edits the text; the screen is drawn here. Reads plain lines
/// where there is no terminal, or a dumb one.
///
/// One editor at a time; it keeps the terminal for itself while `read()` runs.
public final class LineEditor {
  public enum Entry: Equatable, Sendable {
    case text(String)
    /// Ctrl-C: the entry was thrown away.
    case cancelled
    /// Ctrl-D on an empty line, or the end of the input.
    case end
  }

  /// What the next entry begins with, to be changed.
  public var initial: String?
  /// What stands before the entry.
  public var prompt = "> "
  /// What stands before the further lines of an entry.
  public var continuation = ": "
  /// Whether Enter runs the entry or gives it another line.
  public var isComplete: (String) -> Bool = { _ in true }
  /// Columns that a line is indented by, from what stands above it and from how it starts.
  public var indentation: (_ above: String, _ line: String) -> Int = { _, _ in 0 }
  /// The start of the word at the cursor and what may stand in its place. Positions count Unicode scalars.
  public var complete: (String, Int) -> (start: Int, words: [Candidate]) = { _, cursor in (cursor, []) }
  /// What replaces an entry that cannot be right as it is typed, taken with Tab.
  public var repair: (String) -> String? = { _ in nil }
  /// How parts of an entry are coloured, in order and apart from each other.
  public var styles: (String) -> [StyledRange] = { _ in [] }
  /// One line about the place of the cursor, shown dim under the entry.
  public var hint: (String, Int) -> String? = { _, _ in nil }
  /// One line about work that goes on meanwhile, shown dim under the entry and looked at every second.
  public var status: () -> String? = { nil }
  /// What Tab puts into an empty line, shown dim there: the remedy of the last fault.
  public var offer: String?
  /// Whether colours are used; without them only dim and reversed text is.
  public var colour = true
  /// Whether nothing is drawn but the entry itself, for screen readers.
  public var isPlain = false

  /// Whether keys are edited here: input and output are a terminal that can move its cursor.
  public let isEditing: Bool

  let editor: OpaquePointer
  var past = Past()
  var screen = Screen(colour: true)
  var menu: Menu?
  var search: HistorySearch?
  /// What `read()` gives when the line ends.
  var outcome = Entry.end
  /// Entries of a pasted transcript that wait for their turn.
  var waiting: [String] = []
  var undo = Undo()

  public init?(program: String) {
    cedit_use_utf8()
    guard let editor = cedit_new(program) else { return nil }
    self.editor = editor
    let terminal = getenv("TERM").map { String(cString: $0) } ?? "dumb"
    isEditing = isatty(0) == 1 && isatty(1) == 1 && terminal != "dumb" && !terminal.isEmpty
    cedit_set_client(editor, Unmanaged.passUnretained(self).toOpaque())
    "emacs".withWideCharacters { cedit_set_editor(editor, $0) }
    guard isEditing else { return }
    cedit_set_reader(editor) { editor, character in
      LineEditor.of(editor).readCharacter(into: character!)
    }
    cedit_watch_terminal()
    bindKeys()
  }

  deinit { cedit_end(editor) }

  static func of(_ editor: OpaquePointer?) -> LineEditor {
    Unmanaged<LineEditor>.fromOpaque(cedit_client(editor)).takeUnretainedValue()
  }

  /// The next entry. History takes it in when it is not blank.
  public func read() -> Entry {
    let entry = isEditing ? readEdited() : readPlain()
    if case .text(let text) = entry { remember(text) }
    return entry
  }

  private func readEdited() -> Entry {
    (outcome, menu, search) = (.end, nil, nil)
    past.forgetWay()
    undo = Undo()
    if initial == nil, !waiting.isEmpty { initial = waiting.removeFirst() }
    screen = Screen(colour: colour)
    cedit_write("\u{1B}[?2004h" + (isPlain ? "" : LineEditor.newRow(columns: window.columns)))
    var count: Int32 = 0
    _ = el_wgets(editor, &count)
    if outcome == .cancelled { waiting = [] }
    if outcome == .end { drawLast() } else { offer = nil }
    cedit_write(screen.leave() + "\u{1B}[?2004l")
    return outcome
  }

  /// Goes to the start of a row that is empty: a whole row of spaces runs into the next one unless it began at the
  /// first column.
  private static func newRow(columns: Int) -> String {
    String(repeating: " ", count: columns - 1) + "\r\u{1B}[K"
  }

  private func readPlain() -> Entry {
    let isTerminal = isatty(0) == 1
    var text = ""
    if isTerminal { cedit_write(prompt) }
    while let line = readLine(strippingNewline: true) {
      text += text.isEmpty ? line : "\n" + line
      if isComplete(text) || (text != line && line.allSatisfy(\.isWhitespace)) { return .text(text) }
      if isTerminal { cedit_write(continuation) }
    }
    return text.isEmpty ? .end : .text(text)
  }

  /// Adds an entry to what the Up key brings back.
  public func remember(_ entry: String) { past.append(entry) }
}
