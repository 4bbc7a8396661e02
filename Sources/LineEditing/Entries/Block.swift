/// An entry of one or more lines with a cursor, as numbers: what the keys of the editor decide by.
/// Positions count Unicode scalars, as libedit does.
package struct Block: Equatable, Sendable {
  package var scalars: [Unicode.Scalar]
  package var cursor: Int

  package init(_ text: String, cursor: Int? = nil) {
    scalars = Array(text.unicodeScalars)
    self.cursor = cursor ?? scalars.count
  }

  package var text: String { String(String.UnicodeScalarView(scalars)) }

  package var isAtEnd: Bool { cursor == scalars.count }

  /// What stands before the line of the cursor, with the line break.
  package var above: String { String(String.UnicodeScalarView(scalars[..<lineStart])) }

  /// The line of the cursor, as far as the cursor.
  package var typedLine: String { String(String.UnicodeScalarView(scalars[lineStart..<cursor])) }

  /// Whether the cursor is in the last line.
  package var isInLastLine: Bool { lineEnd == scalars.count }

  /// Where each line starts.
  private var starts: [Int] { [0] + scalars.indices.filter { scalars[$0] == "\n" }.map { $0 + 1 } }

  private func end(ofLineFrom start: Int) -> Int { scalars[start...].firstIndex(of: "\n") ?? scalars.count }

  package var lineStart: Int { starts.last { $0 <= cursor } ?? 0 }

  package var lineEnd: Int { end(ofLineFrom: cursor) }

  /// The cursor's place a line up (`-1`) or down (`1`), in the same column where that line is long enough;
  /// nil at the edge of the block, where history begins.
  package func moved(byLines step: Int) -> Int? {
    let starts = starts
    guard let line = starts.lastIndex(where: { $0 <= cursor }), starts.indices.contains(line + step) else {
      return nil
    }
    let start = starts[line + step]
    return min(start + cursor - starts[line], end(ofLineFrom: start))
  }
}
