internal import Exchange

/// What was run: entries of earlier sittings as session 1, those of this kernel as session 2.
struct KernelHistory {
  private struct Entry {
    var session: Int
    var line: Int
    var input: String
    var output: String?
  }

  private static let current = 2
  private var entries: [Entry]

  init(past: [String]) {
    entries = past.enumerated().map { Entry(session: 1, line: $0 + 1, input: $1) }
  }

  mutating func add(_ input: String, line: Int) {
    entries.append(Entry(session: KernelHistory.current, line: line, input: input))
  }

  /// What the last entry showed.
  mutating func setOutput(_ output: String?) {
    if !entries.isEmpty { entries[entries.count - 1].output = output }
  }

  /// Answers a history request: `tail`, `range` or `search`.
  func answer(_ request: JSON) -> JSON {
    var found: [Entry]
    switch request["hist_access_type"]?.string {
    case "range":
      let asked = request["session"]?.int ?? 0
      let session = asked > 0 ? asked : KernelHistory.current + asked
      let start = request["start"]?.int ?? 1
      let stop = request["stop"]?.int ?? Int.max
      found = entries.filter { $0.session == session && $0.line >= start && $0.line < stop }
    case "search":
      let pattern = Array((request["pattern"]?.string ?? "*").unicodeScalars)
      found = entries.filter { KernelHistory.matches(Array($0.input.unicodeScalars)[...], pattern[...]) }
      if request["unique"]?.bool == true {
        var seen: Set<String> = []
        found = found.reversed().filter { seen.insert($0.input).inserted }.reversed()
      }
      if let count = request["n"]?.int { found = Array(found.suffix(max(0, count))) }
    default:
      found = Array(entries.suffix(max(0, request["n"]?.int ?? entries.count)))
    }
    let wantsOutput = request["output"]?.bool == true
    let history = found.map { entry -> JSON in
      let text = JSON.string(entry.input)
      let shown = wantsOutput ? JSON.array([text, entry.output.map(JSON.string) ?? .null]) : text
      return .array([.int(entry.session), .int(entry.line), shown])
    }
    return .object(["status": .string("ok"), "history": .array(history)])
  }

  /// A pattern with `*` for anything and `?` for one character.
  private static func matches(_ text: ArraySlice<Unicode.Scalar>, _ pattern: ArraySlice<Unicode.Scalar>)
    -> Bool
  {
    var (t, p) = (text.startIndex, pattern.startIndex)
    var star: (text: Int, pattern: Int)?
    while t < text.endIndex {
      if p < pattern.endIndex, pattern[p] == "*" {
        star = (t, p)
        p += 1
      } else if p < pattern.endIndex, pattern[p] == "?" || pattern[p] == text[t] {
        (t, p) = (t + 1, p + 1)
      } else if let mark = star {
        star = (mark.text + 1, mark.pattern)
        (t, p) = (mark.text + 1, mark.pattern + 1)
      } else {
        return false
      }
    }
    return pattern[p...].allSatisfy { $0 == "*" }
  }
}
