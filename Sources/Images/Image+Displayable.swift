internal import Glibc
public import Report

extension Image: Displayable {
  /// The image within the surface: pixels where the terminal says it has them, else two pixels a character in colour,
  /// shades of ASCII without, and one line of words where nothing may be drawn.
  public func text(on surface: Surface) -> String {
    let words = summary.in(.current).wrapped(toWidth: max(8, surface.columns))
    if surface.plain { return words.joined(separator: "\n") }
    let rows = max(1, min(surface.rows - 1 - words.count, 32)), columns = max(1, surface.columns)
    if surface.isTerminal, surface.colour {
      let terminal = TerminalPictures.found
      if terminal.graphics == .none { return words.joined(separator: "\n") }
      if let pixels = pixels(for: terminal, columns: columns, rows: min(rows, 20)) {
        return ([pixels] + words).joined(separator: "\n")
      }
    }
    let inks: Inks = !surface.colour ? .shades : Image.terminalHasMillions ? .millions : .colours256
    let lines = drawing(columns: columns / AmbiguousWidth.columns, rows: rows, as: inks)
    return (lines + words).joined(separator: "\n")
  }

  /// Terminals with 24-bit colour say so in `COLORTERM`.
  private static let terminalHasMillions: Bool = {
    guard let name = getenv("COLORTERM") else { return false }
    return ["truecolor", "24bit"].contains(String(cString: name))
  }()

  public var html: String? {
    guard let png = try? pngData() else { return nil }
    let grown = max(1, min(4, 256 / max(width, height)))
    return """
      <img alt="\(size)" width="\(width * grown)" height="\(height * grown)" \
      style="image-rendering:pixelated" src="data:image/png;base64,\(base64(png))">
      """
  }

  /// "gray image 64x64, 12 .. 240, mean 131".
  package var summary: Text {
    var low = UInt8.max, high = UInt8.min, sum = 0
    for value in pixels {
      low = min(low, value)
      high = max(high, value)
      sum += Int(value)
    }
    let mean = (Double(sum) / Double(pixels.count)).fixed(0)
    return Text(
      en: "\(channels == 1 ? "gray" : "colour") image \(size), values \(low) .. \(high), mean \(mean)",
      zh: "\(channels == 1 ? "灰度" : "彩色")图像 \(size)，像素值 \(low) .. \(high)，均值 \(mean)")
  }
}
