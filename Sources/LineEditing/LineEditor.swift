internal import CEdit
internal import CInterrupt
internal import Glibc
internal import Report

/// Reads entries from a terminal with libedit: editing, history, completion, and entries of many lines as one
/// block. Reads plain lines where there is no terminal, or a dumb one.
///
/// One editor at a time; libedit keeps the terminal for itself while `read()` runs.
public final class LineEditor {
  public enum Entry: Equatable, Sendable {
    case text(String)
    /// Ctrl-C: the entry was thrown away.
    case cancelled
    /// Ctrl-D on an empty line, or the end of the input.
    case end
  }

  /// What stands before the entry; `\u{1}` encloses what takes no room (colours).
  public var prompt = "> "
  /// What stands before the further lines of an entry, where there is no editing.
  public var continuation = "… "
  /// Whether Enter runs the entry or gives it another line.
  public var isComplete: (String) -> Bool = { _ in true }
  /// The start of the word at the cursor and what may stand in its place. Positions count Unicode scalars.
  public var complete: (String, Int) -> (start: Int, words: [String]) = { _, cursor in (cursor, []) }

  /// Whether keys are edited here: input and output are a terminal that can move its cursor.
  public let isEditing: Bool

  let editor: OpaquePointer
  let history: OpaquePointer
  var promptCharacters: [wchar_t] = []
  var historyDepth = 0
  var wasCancelled = false

  public init?(program: String) {
    cedit_use_utf8()
    guard let editor = cedit_new(program), let history = history_winit() else { return nil }
    (self.editor, self.history) = (editor, history)
    let terminal = getenv("TERM").map { String(cString: $0) } ?? "dumb"
    isEditing = isatty(0) == 1 && isatty(1) == 1 && terminal != "dumb" && !terminal.isEmpty
    cedit_history_size(history, 5000)
    cedit_set_client(editor, Unmanaged.passUnretained(self).toOpaque())
    cedit_set_history(editor, history)
    "emacs".withWideCharacters { cedit_set_editor(editor, $0) }
    guard isEditing else { return }
    cedit_set_prompt(editor) { editor in LineEditor.of(editor).promptForLibedit() }
    cedit_set_reader(editor) { editor, character in
      LineEditor.of(editor).readCharacter(into: character!)
    }
    cedit_watch_size()
    bindKeys()
  }

  deinit {
    el_end(editor)
    history_wend(history)
  }

  static func of(_ editor: OpaquePointer?) -> LineEditor {
    Unmanaged<LineEditor>.fromOpaque(cedit_client(editor)).takeUnretainedValue()
  }

  private func promptForLibedit() -> UnsafePointer<wchar_t> {
    promptCharacters = prompt.unicodeScalars.map { wchar_t(bitPattern: $0.value) } + [0]
    return promptCharacters.withUnsafeBufferPointer { $0.baseAddress! }
  }

  /// The next entry. History takes it in when it is not blank.
  public func read() -> Entry {
    isEditing ? readEdited() : readPlain()
  }

  private func readEdited() -> Entry {
    wasCancelled = false
    historyDepth = 0
    cedit_write("\u{1B}[?2004h")
    defer { cedit_write("\u{1B}[?2004l") }
    var count: Int32 = 0
    guard let line = el_wgets(editor, &count), count > 0 else { return wasCancelled ? .cancelled : .end }
    if wasCancelled { return .cancelled }
    var text = String(wideCharacters: UnsafeBufferPointer(start: line, count: Int(count)))
    if text.hasSuffix("\n") { text.removeLast() }
    remember(text)
    return .text(text)
  }

  private func readPlain() -> Entry {
    let isTerminal = isatty(0) == 1
    var text = ""
    if isTerminal { cedit_write(prompt.filter { $0 != "\u{1}" }) }
    while let line = readLine(strippingNewline: true) {
      text += text.isEmpty ? line : "\n" + line
      if isComplete(text) { return .text(text) }
      if isTerminal { cedit_write(continuation) }
    }
    return text.isEmpty ? .end : .text(text)
  }

  /// Adds an entry to what the Up key brings back.
  public func remember(_ entry: String) {
    guard !entry.allSatisfy(\.isWhitespace) else { return }
    entry.withWideCharacters { cedit_history_enter(history, $0) }
  }
}
