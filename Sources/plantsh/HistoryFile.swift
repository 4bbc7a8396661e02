internal import Exchange
internal import Glibc

/// What was typed, one JSON object a line: `{"entry":"x = 1"}`. An entry is written before it runs.
struct HistoryFile {
  private let path: String

  init() {
    let home = environment["HOME"] ?? "/tmp"
    let state = environment["XDG_STATE_HOME"].flatMap { $0.isEmpty ? nil : $0 } ?? home + "/.local/state"
    path = state + "/plantsh/history.jsonl"
  }

  /// The entries of earlier sittings, the oldest first; a line that is none is passed over.
  var entries: [String] {
    guard let file = fopen(path, "r") else { return [] }
    defer { fclose(file) }
    var entries: [String] = []
    var line: UnsafeMutablePointer<CChar>?
    var capacity = 0
    defer { free(line) }
    while getline(&line, &capacity, file) > 0 {
      guard let line else { break }
      if let entry = JSON(parsing: Array(String(cString: line).utf8))?["entry"]?.string {
        entries.append(entry)
      }
    }
    return entries
  }

  func append(_ entry: String) {
    let text = JSON.object(["entry": .string(entry)]).text + "\n"
    guard let descriptor = opened() else { return }
    defer { close(descriptor) }
    _ = text.withCString { Glibc.write(descriptor, $0, strlen($0)) }
  }

  /// The file, made with its folders where it is missing; nil where that cannot be: history is a comfort.
  private func opened() -> Int32? {
    var folder = ""
    for part in path.split(separator: "/").dropLast() {
      folder += "/" + part
      mkdir(folder, 0o700)
    }
    let descriptor = open(path, O_WRONLY | O_APPEND | O_CREAT, 0o600)
    return descriptor >= 0 ? descriptor : nil
  }
}
