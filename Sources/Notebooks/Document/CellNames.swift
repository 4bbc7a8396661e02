internal import Digest

extension Notebook {
  /// Gives an id to each cell that has none: from its text and how many equal cells stand before it, so that the
  /// same notebook always has the same ids, and a new cell does not change those of others.
  mutating func nameCells() {
    var seen: [String: Int] = [:]
    var taken = Set(cells.map(\.id))
    for k in cells.indices {
      let text = cells[k].kind.rawValue + "\n" + cells[k].source
      let rank = seen[text, default: 0]
      seen[text] = rank + 1
      guard cells[k].id.isEmpty else { continue }
      var number = rank
      repeat {
        cells[k].id = String(SHA256.hex(Array("\(text)\n\(number)".utf8)).prefix(12))
        number += 1
      } while taken.contains(cells[k].id)
      taken.insert(cells[k].id)
    }
  }
}
