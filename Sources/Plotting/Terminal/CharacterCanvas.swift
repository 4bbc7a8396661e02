/// A field of characters that holds dots (braille, two across and four down in a character), rising blocks
/// and a colour for each character.
struct CharacterCanvas {
  let columns: Int
  let rows: Int
  private var dots: [UInt8]
  private var characters: [Character?]
  private var tones: [Tone?]

  init(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
    dots = Array(repeating: 0, count: columns * rows)
    characters = Array(repeating: nil, count: columns * rows)
    tones = Array(repeating: nil, count: columns * rows)
  }

  /// Sets the dot at `x`, `y`, counted from the upper left; dots outside are left out.
  mutating func dot(_ x: Int, _ y: Int, _ tone: Tone) {
    guard x >= 0, y >= 0, x < 2 * columns, y < 4 * rows else { return }
    let cell = y / 4 * columns + x / 2
    let bits: [UInt8] = [0x01, 0x08, 0x02, 0x10, 0x04, 0x20, 0x40, 0x80]
    dots[cell] |= bits[y % 4 * 2 + x % 2]
    tones[cell] = tone
  }

  /// Dots from one place to another (Bresenham, 1965).
  mutating func line(_ x0: Int, _ y0: Int, _ x1: Int, _ y1: Int, _ tone: Tone) {
    let (dx, dy) = (abs(x1 - x0), -abs(y1 - y0))
    let (stepX, stepY) = (x0 < x1 ? 1 : -1, y0 < y1 ? 1 : -1)
    var (x, y, error) = (x0, y0, dx + dy)
    while true {
      dot(x, y, tone)
      if x == x1, y == y1 { return }
      let twice = 2 * error
      if twice >= dy {
        error += dy
        x += stepX
      }
      if twice <= dx {
        error += dx
        y += stepY
      }
    }
  }

  /// Fills column `column` from the bottom to `height` characters, in eighths.
  mutating func column(_ column: Int, height: Double, _ tone: Tone) {
    let eighths = max(0, Int((height * 8).rounded()))
    let steps = Array("▁▂▃▄▅▆▇█")
    for row in 0..<rows where column >= 0 && column < columns {
      let left = eighths - 8 * row
      guard left > 0 else { return }
      set(steps[min(8, left) - 1], column, rows - 1 - row, tone)
    }
  }

  mutating func set(_ character: Character, _ column: Int, _ row: Int, _ tone: Tone) {
    guard column >= 0, row >= 0, column < columns, row < rows else { return }
    characters[row * columns + column] = character
    tones[row * columns + column] = tone
  }

  /// The lines, with colours as escape sequences when wanted.
  func lines(colour: Bool) -> [String] {
    (0..<rows).map { row in
      var line = "", last: Tone?
      for column in 0..<columns {
        let cell = row * columns + column
        let tone = isEmpty(cell) ? nil : tones[cell]
        if colour, tone != last { line += tone.map { "\u{1B}[38;5;\(Palette.terminal($0))m" } ?? "\u{1B}[0m" }
        last = tone
        line.append(character(cell))
      }
      return colour && last != nil ? line + "\u{1B}[0m" : line
    }
  }

  private func isEmpty(_ cell: Int) -> Bool { characters[cell] == nil && dots[cell] == 0 }

  private func character(_ cell: Int) -> Character {
    if dots[cell] != 0, let scalar = Unicode.Scalar(0x2800 + UInt32(dots[cell])) { return Character(scalar) }
    return characters[cell] ?? " "
  }
}
