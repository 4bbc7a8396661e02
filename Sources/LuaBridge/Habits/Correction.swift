internal import Report

/// A source that Lua refuses, corrected where a habit of another language or a missing word explains it.
struct Correction {
  /// How it is written here; nil when only a word was missing, which Lua's own message says.
  let what: Text?
  /// The whole source corrected, when that makes it Lua.
  let source: String?
  /// Lua never has this form: more lines would not make it right.
  let isSure: Bool

  /// - Parameters:
  ///   - message: Lua's own, without place: `'then' expected near 'print'`.
  ///   - line: the line it speaks of, from 1.
  ///   - compiles: whether a source is Lua.
  init?(
    _ text: String, message: String, line: Int, callee: @escaping ([String]) -> HabitSource.Callee?,
    compiles: (String) -> Bool
  ) {
    var corrected = text
    var found: [Habit] = []
    for habit in Habit.operators + Habit.blocks + Habit.values
    where found.isEmpty || habit.isSure || !compiles(corrected) {
      let edits = habit.edits(HabitSource(corrected, callee: callee))
      guard !edits.isEmpty else { continue }
      let tried = Constants.replaced(in: edits.applied(to: corrected))
      guard habit.isSure || compiles(tried) else { continue }
      corrected = tried
      found.append(habit)
    }
    if let first = found.first {
      what = first.what
      source = compiles(corrected) ? corrected : nil
      isSure = found.contains { $0.isSure }
      return
    }
    guard let mended = Correction.inserted(text, message, line), compiles(mended) else { return nil }
    what = nil
    source = mended
    isSure = false
  }

  /// The source with the word that Lua expected put in before the word it stopped at.
  private static func inserted(_ text: String, _ message: String, _ line: Int) -> String? {
    guard let expected = message.range(of: " expected"), message.first == "'" else { return nil }
    let word = String(
      message[message.index(after: message.startIndex)..<message.index(before: expected.lowerBound)])
    guard let near = message.range(of: " near ") else { return nil }
    let stop = message[near.upperBound...]
    if stop == "<eof>" {
      let space = word.first?.isLetter == true || text.last == "}" || word == "}" ? " " : ""
      return text + space + word
    }
    let stopped = stop.dropFirst().dropLast()
    let tokens = LuaLexer.tokens(text)
    guard let token = tokens.last(where: { $0.line == line && $0.text == stopped }) else { return nil }
    return [Edit(at: token.range.lowerBound, word + " ")].applied(to: text)
  }
}
