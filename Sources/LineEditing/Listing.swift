internal import Report

/// Words in columns of equal width, read downwards, within `columns`; Chinese stays aligned.
package func listing(of words: [String], columns: Int) -> String {
  let width = (words.map(\.displayWidth).max() ?? 0) + 2
  let across = max(1, columns / width)
  let down = (words.count + across - 1) / across
  return (0..<down).map { row in
    stride(from: row, to: words.count, by: down).map { index in
      index + down < words.count ? words[index].padded(toWidth: width) : words[index]
    }.joined()
  }.joined(separator: "\n")
}
