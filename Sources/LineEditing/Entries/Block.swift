internal import CEdit

/// An entry of one or more lines with a cursor, as numbers: what the keys of the editor decide by.
/// Positions count Unicode scalars, as libedit does.
package struct Block: Equatable, Sendable {
  package let scalars: [Unicode.Scalar]
  package let text: String
  package let cursor: Int

  package init(_ text: String, cursor: Int? = nil) {
    self.text = text
    scalars = Array(text.unicodeScalars)
    self.cursor = cursor ?? scalars.count
  }

  /// - Parameter wide: wide characters, as libedit holds them.
  init(wide: UnsafeBufferPointer<wchar_t>, cursor: Int) {
    scalars = wide.map { Unicode.Scalar(UInt32(bitPattern: $0)) ?? "\u{FFFD}" }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(scalars.count)
    for scalar in scalars {
      if scalar.isASCII {
        bytes.append(UInt8(scalar.value))
      } else if let encoded = UTF8.encode(scalar) {
        bytes.append(contentsOf: encoded)
      }
    }
    text = String(decoding: bytes, as: UTF8.self)
    self.cursor = cursor
  }

  package static func == (left: Block, right: Block) -> Bool {
    left.cursor == right.cursor && left.scalars == right.scalars
  }

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
