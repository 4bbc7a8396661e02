/// An image in DEC's sixels: strips of six rows, each colour of a strip in turn, in runs (VT330/VT340 Programmer
/// Reference Manual, volume 2, chapter 14).
package struct Sixel {
  package let text: String

  package init(_ image: Image) {
    let palette = Palette(image)
    var out = "\u{1B}Pq\"1;1;\(image.width);\(image.height)"
    for (index, colour) in palette.colours.enumerated() {
      let percent = colour.map { "\(Int($0) * 100 / 255)" }
      out += "#\(index);2;\(percent.joined(separator: ";"))"
    }
    for top in stride(from: 0, to: image.height, by: 6) {
      out += Sixel.strip(palette, image, top)
    }
    text = out + "\u{1B}\\"
  }

  private static func strip(_ palette: Palette, _ image: Image, _ top: Int) -> String {
    var rows: [Int: [UInt8]] = [:]
    for y in top..<min(top + 6, image.height) {
      for x in 0..<image.width {
        let colour = Int(palette.indices[y * image.width + x])
        rows[colour, default: [UInt8](repeating: 0, count: image.width)][x] |= 1 << UInt8(y - top)
      }
    }
    return rows.sorted { $0.key < $1.key }.map { "#\($0.key)" + runs($0.value) }.joined(separator: "$") + "-"
  }

  private static func runs(_ bits: [UInt8]) -> String {
    var out = "", k = 0
    while k < bits.count {
      var end = k
      while end < bits.count, bits[end] == bits[k] { end += 1 }
      let sign = String(Unicode.Scalar(63 + bits[k]))
      out += end - k > 3 ? "!\(end - k)\(sign)" : String(repeating: sign, count: end - k)
      k = end
    }
    return out
  }

  /// At most 256 colours: 64 grays, or 6 x 7 x 6 steps of red, green and blue, what is lost handed on to the
  /// neighbours (Floyd and Steinberg, 1976).
  private struct Palette {
    let colours: [[UInt8]]
    let indices: [UInt8]

    init(_ image: Image) {
      let steps = image.channels == 1 ? [64] : [6, 7, 6]
      colours = Palette.all(steps)
      indices = Palette.dithered(image, steps)
    }

    private static func all(_ steps: [Int]) -> [[UInt8]] {
      if steps.count == 1 {
        return (0..<steps[0]).map { [UInt8](repeating: UInt8($0 * 255 / (steps[0] - 1)), count: 3) }
      }
      return (0..<steps[0]).flatMap { red in
        (0..<steps[1]).flatMap { green in
          (0..<steps[2]).map { blue in
            [
              UInt8(red * 255 / (steps[0] - 1)), UInt8(green * 255 / (steps[1] - 1)),
              UInt8(blue * 255 / (steps[2] - 1)),
            ]
          }
        }
      }
    }

    private static func dithered(_ image: Image, _ steps: [Int]) -> [UInt8] {
      let (width, height, channels) = (image.width, image.height, image.channels)
      var values = image.pixels.map(Float.init)
      var indices = [UInt8](repeating: 0, count: width * height)
      for y in 0..<height {
        for x in 0..<width {
          var index = 0
          for c in 0..<channels {
            let at = (y * width + x) * channels + c
            let top = Float(steps[c] - 1)
            let step = max(0, min(top, (values[at] / 255 * top).rounded()))
            index = index * steps[c] + Int(step)
            let lost = values[at] - step * 255 / top
            if x + 1 < width { values[at + channels] += lost * 7 / 16 }
            guard y + 1 < height else { continue }
            let below = at + width * channels
            if x > 0 { values[below - channels] += lost * 3 / 16 }
            values[below] += lost * 5 / 16
            if x + 1 < width { values[below + channels] += lost / 16 }
          }
          indices[y * width + x] = UInt8(index)
        }
      }
      return indices
    }
  }
}
