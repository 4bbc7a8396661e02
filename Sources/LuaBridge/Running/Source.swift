/// The text of a chunk, kept so that a fault can look at the line that was running.
struct Source {
  let text: String
  let lines: [Substring]

  init(_ text: String) {
    self.text = text
    lines = text.split(separator: "\n", omittingEmptySubsequences: false)
  }
}
