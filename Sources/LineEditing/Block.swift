internal import Report

/// An entry of one or more lines with a cursor, as numbers: what the keys of the editor decide by.
/// Positions count Unicode scalars, as libedit does.
package struct Block: Equatable, Sendable {
  package var scalars: [Unicode.Scalar]
  package var cursor: Int

  package init(_ text: String, cursor: Int? = nil) {
    scalars = Array(text.unicodeScalars)
    self.cursor = cursor ?? scalars.count
  }

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

/// The terminal cell of each scalar of a block, with wrapping at the window's edge as libedit wraps.
package func cells(of scalars: [Unicode.Scalar], promptWidth: Int, columns: Int) -> [(row: Int, column: Int)]
{
  var row = 0
  var column = promptWidth
  var cells: [(row: Int, column: Int)] = []
  for scalar in scalars {
    if scalar == "\n" {
      cells.append((row, column))
      (row, column) = (row + 1, 0)
      continue
    }
    let width = scalar.displayWidth
    if column + width > columns { (row, column) = (row + 1, 0) }
    cells.append((row, column))
    column += width
    if column >= columns { (row, column) = (row + 1, 0) }
  }
  cells.append((row, column))
  return cells
}
