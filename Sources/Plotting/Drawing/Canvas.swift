internal import Report

/// A drawing in the making: shapes in pixels from the upper left corner, on white paper. It becomes an SVG document
/// (`SVGDocument`) or pixels (`Canvas+Pixels`).
struct Canvas {
  enum Anchor: String { case start, middle, end }

  enum Shape {
    case polyline([(Double, Double)], colour: String, width: Double, dash: Double)
    case rectangle(x: Double, y: Double, width: Double, height: Double, fill: String, stroke: String?)
    case circle(x: Double, y: Double, radius: Double, fill: String, opacity: Double)
    case text(Lettering)
  }

  /// A line of text and how it is set.
  struct Lettering {
    var text: String
    var x: Double
    var y: Double
    var size: Double
    var anchor: Anchor
    var colour: String
    var bold: Bool
    /// Read from below upwards.
    var turned: Bool
  }

  let width: Double
  let height: Double
  private(set) var shapes: [Shape] = []

  init(width: Double, height: Double) {
    self.width = width
    self.height = height
  }

  mutating func line(
    _ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, colour: String, width: Double = 1,
    dash: Double = 0
  ) {
    shapes.append(.polyline([(x1, y1), (x2, y2)], colour: colour, width: width, dash: dash))
  }

  mutating func polyline(_ points: [(Double, Double)], colour: String, width: Double, dash: Double = 0) {
    guard points.count > 1 else {
      if let point = points.first { circle(point.0, point.1, radius: width, fill: colour) }
      return
    }
    shapes.append(.polyline(points, colour: colour, width: width, dash: dash))
  }

  mutating func rectangle(
    _ x: Double, _ y: Double, _ width: Double, _ height: Double, fill: String, stroke: String? = nil
  ) {
    shapes.append(
      .rectangle(x: x, y: y, width: max(0, width), height: max(0, height), fill: fill, stroke: stroke))
  }

  mutating func circle(_ x: Double, _ y: Double, radius: Double, fill: String, opacity: Double = 1) {
    shapes.append(.circle(x: x, y: y, radius: radius, fill: fill, opacity: opacity))
  }

  mutating func text(
    _ text: String, _ x: Double, _ y: Double, size: Double = 12, anchor: Anchor = .start,
    colour: String = Palette.ink, bold: Bool = false, turned: Bool = false
  ) {
    guard !text.isEmpty else { return }
    shapes.append(
      .text(
        Lettering(
          text: text, x: x, y: y, size: size, anchor: anchor, colour: colour, bold: bold, turned: turned)))
  }
}

extension String {
  /// About how wide the text is in pixels at this size: a Chinese character is square.
  func pixels(size: Double) -> Double {
    unicodeScalars.reduce(0) { $0 + ($1.displayWidth == 2 ? 1 : $1.displayWidth == 1 ? 0.57 : 0) } * size
  }
}
