internal import Report

/// Words in columns of equal width, read downwards, within a window; Chinese stays aligned. A list that is too
/// long is cut into pages, and the last row says how many words there are before and after the page.
package struct Listing {
  /// One word at its place.
  package struct Item: Equatable {
    package var index: Int
    package var word: String
    /// Spaces up to the next column.
    package var gap: Int
  }

  package let rows: [[Item]]
  /// Words that are not on the page.
  package let left: Int

  /// - Parameter selected: the word that must be on the page.
  package init(_ words: [String], columns: Int, rows most: Int, selected: Int? = nil) {
    let widest = words.map(\.displayWidth).max() ?? 0
    let width = min(widest + 2, max(1, columns))
    let across = max(1, columns / width)
    let most = max(1, most)
    let fits = (words.count + across - 1) / across <= most
    let page = fits ? words.count : across * max(1, most - 1)
    let start = page > 0 ? (selected ?? 0) / page * page : 0
    let shown = Array(words[start..<min(words.count, start + page)])
    let down = fits ? (words.count + across - 1) / across : max(1, most - 1)
    left = words.count - shown.count
    rows = (0..<down).map { row in
      stride(from: row, to: shown.count, by: down).map { index in
        let word = shown[index].truncated(toWidth: max(1, width - 1))
        let gap = index + down < shown.count ? width - word.displayWidth : 0
        return Item(index: start + index, word: word, gap: gap)
      }
    }.filter { !$0.isEmpty }
  }

  /// The rows as cells, the selected word marked.
  package func cells(selected: Int?, columns: Int) -> [[Cell]] {
    var cells = rows.map { row in
      row.flatMap { item -> [Cell] in
        [Cell](item.word, item.index == selected ? .selected : .plain, columns: columns)
          + [Cell](String(repeating: " ", count: item.gap), .plain, columns: columns)
      }
    }
    if left > 0 { cells.append([Cell](more, .dim, columns: columns - 1)) }
    return cells
  }

  /// The rows as plain lines.
  package var text: String {
    let lines = rows.map { $0.map { $0.word + String(repeating: " ", count: $0.gap) }.joined() }
    return (left > 0 ? lines + [more] : lines).joined(separator: "\n")
  }

  private var more: String { Text(en: "… \(left) more", zh: "… 还有 \(left) 个").description }
}
