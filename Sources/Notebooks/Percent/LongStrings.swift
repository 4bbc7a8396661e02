internal import LuaBridge

/// Whether a line lies inside a `[[ … ]]` that an earlier line opened: there `-- %%` is text.
struct LongStrings {
  private(set) var isOpen = false
  private var open = ""

  /// - Parameter rest: the lines that follow. A text that none of them closes is a mistake, and opens nothing.
  mutating func read(_ line: Substring, before rest: ArraySlice<Substring>) {
    open += open.isEmpty ? String(line) : "\n" + line
    let closing = open.contains("[") ? LongStrings.closing(of: open) : nil
    isOpen = closing.map { closing in isOpen || rest.contains { $0.contains(closing) } } ?? false
    if !isOpen { open = "" }
  }

  /// What closes the long text or comment that the source leaves open, or nil.
  private static func closing(of source: String) -> String? {
    guard let last = LuaLexer.tokens(source).last, last.kind == .unfinished else { return nil }
    let text = last.text.hasPrefix("--") ? last.text.dropFirst(2) : last.text[...]
    guard text.first == "[" else { return nil }
    return "]" + text.dropFirst().prefix { $0 == "=" } + "]"
  }
}
