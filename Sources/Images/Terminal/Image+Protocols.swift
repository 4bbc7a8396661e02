internal import Report

extension Image {
  /// The image as pixels of a terminal, within so many character cells: small ones grown by whole steps, large ones
  /// shrunk. nil for a terminal that has no pixels.
  func pixels(for terminal: TerminalPictures, columns: Int, rows: Int) -> String? {
    let room = (width: columns * terminal.cell.width, height: rows * terminal.cell.height)
    let shrink = min(1, min(Double(room.width) / Double(width), Double(room.height) / Double(height)))
    let grow = max(1, min(256 / max(width, height), min(room.width / width, room.height / height)))
    let size = (
      width: shrink < 1 ? max(1, Int(Double(width) * shrink)) : width * grow,
      height: shrink < 1 ? max(1, Int(Double(height) * shrink)) : height * grow
    )
    let shown = shrink < 1 ? resized(width: size.width, height: size.height) : grown(by: grow)
    switch terminal.graphics {
    case .none, .blocks: return nil
    case .sixel: return Sixel(shown).text
    case .kitty: return (try? shown.pngData()).map(Image.kitty)
    case .iterm:
      return (try? shown.pngData()).map { png in
        "\u{1B}]1337;File=inline=1;size=\(png.count);width=\(size.width)px;height=\(size.height)px:\(base64(png))\u{07}"
      }
    }
  }

  /// Each pixel as a square of so many.
  private func grown(by times: Int) -> Image {
    times == 1
      ? self
      : Image(width: width * times, height: height * times, channels: channels) { x, y, pixel in
        for c in 0..<channels { pixel[c] = self[x / times, y / times, c] }
      }
  }

  /// kitty's graphics protocol takes base64 in pieces of at most 4,096 bytes.
  private static func kitty(_ png: [UInt8]) -> String {
    let text = Array(base64(png).utf8)
    let pieces = stride(from: 0, to: text.count, by: 4096).map { text[$0..<min($0 + 4096, text.count)] }
    return pieces.enumerated().map { k, piece in
      let control = (k == 0 ? "f=100,a=T,q=2," : "") + "m=\(k + 1 < pieces.count ? 1 : 0)"
      return "\u{1B}_G\(control);\(String(decoding: piece, as: UTF8.self))\u{1B}\\"
    }.joined()
  }
}
