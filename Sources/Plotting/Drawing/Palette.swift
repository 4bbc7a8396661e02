/// The colours of figures, readable on white, on paper and with colour-blind eyes (Okabe and Ito, 2008).
enum Palette {
  static let ink = "#222222"
  static let faint = "#6b7280"
  static let grid = "#e5e7eb"
  static let paper = "#ffffff"
  static let series = [
    "#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#7f7f7f", "#8c6d31",
  ]

  static func colour(_ tone: Tone) -> String {
    switch tone {
    case .series(let index): series[index % series.count]
    case .good: "#009e73"
    case .bad: "#c62828"
    case .quiet: "#6b7280"
    }
  }

  /// The nearest of a terminal's 256 colours.
  static func terminal(_ tone: Tone) -> Int {
    switch tone {
    case .series(let index): [32, 166, 36, 175, 178, 74, 244, 136][index % series.count]
    case .good: 36
    case .bad: 160
    case .quiet: 244
    }
  }

  /// From white to a full colour, `share` 0 ... 1.
  static func shade(_ share: Double, full: (Int, Int, Int)) -> String {
    let part = max(0, min(1, share))
    func mixed(_ end: Int) -> String {
      let value = Int((255 + (Double(end) - 255) * part).rounded())
      let digits = String(value, radix: 16)
      return value < 16 ? "0" + digits : digits
    }
    return "#" + mixed(full.0) + mixed(full.1) + mixed(full.2)
  }
}
