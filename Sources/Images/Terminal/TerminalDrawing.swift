/// What a terminal can draw with.
package enum Inks: Sendable {
  /// 24-bit colour, the 256 colours of xterm, or ASCII characters by darkness.
  case millions, colours256, shades
}

extension Image {
  /// Lines of characters that show the image in at most `columns` by `rows`, its shape kept: a character is
  /// twice as high as wide, so that each holds two pixels, one above the other.
  package func drawing(columns: Int, rows: Int, as inks: Inks) -> [String] {
    let scale = min(1, min(Double(columns) / Double(width), Double(2 * rows) / Double(height)))
    let across = max(1, Int(Double(width) * scale))
    let down = max(2, Int(Double(height) * scale) / 2 * 2)
    let small = resized(width: across, height: inks == .shades ? down / 2 : down)
    return inks == .shades ? small.gray.shades : small.rgb.halfBlocks(inks)
  }

  private func halfBlocks(_ inks: Inks) -> [String] {
    stride(from: 0, to: height - 1, by: 2).map { y in
      var line = "", last = ""
      for x in 0..<width {
        let colours = "\u{1B}[38;\(ink(x, y, inks));48;\(ink(x, y + 1, inks))m"
        if colours != last { line += colours }
        last = colours
        line += "▀"
      }
      return line + "\u{1B}[0m"
    }
  }

  private func ink(_ x: Int, _ y: Int, _ inks: Inks) -> String {
    let (red, green, blue) = (self[x, y, 0], self[x, y, 1], self[x, y, 2])
    if inks == .millions { return "2;\(red);\(green);\(blue)" }
    if red == green, green == blue { return "5;\(min(255, 232 + Int(red) * 24 / 256))" }
    let steps = [red, green, blue].map { Int($0) * 6 / 256 }
    return "5;\(16 + 36 * steps[0] + 6 * steps[1] + steps[2])"
  }

  private var shades: [String] {
    let ramp = Array(" .:-=+*#%@")
    return (0..<height).map { y in
      String((0..<width).map { x in ramp[Int(self[x, y]) * (ramp.count - 1) / 255] })
    }
  }
}
