internal import Report

/// The text of an expression, able to say what is wrong at a place in it.
///
///     expected a value after '>'
///       speed > > 2
///               ^
struct ExpressionSource: Sendable, Hashable {
  let text: String
  let scalars: [Unicode.Scalar]

  init(_ text: String) {
    self.text = text
    scalars = Array(text.unicodeScalars)
  }

  func fault(_ code: Fault.Code, at range: Range<Int>, en: String, zh: String) -> Fault {
    Fault(code, Text(en: en, zh: zh) + Text("\n" + excerpt(range)))
  }

  func words(_ range: Range<Int>) -> String {
    var words = String.UnicodeScalarView()
    words.append(contentsOf: scalars[range])
    return String(words)
  }

  /// The line around the place, at most 60 scalars of it, and a caret under each of its columns.
  private func excerpt(_ range: Range<Int>) -> String {
    let low = max(0, min(range.lowerBound - 30, scalars.count - 60))
    let high = min(scalars.count, low + 60)
    let shown = scalars[low..<high].map { $0.value < 32 ? " " : $0 }
    let start = min(range.lowerBound, high)
    let before = scalars[low..<start].reduce(0) { $0 + max($1.displayWidth, $1.value < 32 ? 1 : 0) }
    let marked = scalars[start..<max(start, min(range.upperBound, high))].reduce(0) { $0 + $1.displayWidth }
    var line = String.UnicodeScalarView()
    line.append(contentsOf: shown)
    let carets = String(repeating: " ", count: before) + String(repeating: "^", count: max(1, marked))
    return "  \(String(line))\n  \(carets)"
  }
}
