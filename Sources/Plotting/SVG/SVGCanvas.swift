internal import Report

/// An SVG document in the making: shapes in pixels from the upper left corner.
struct SVGCanvas {
  let width: Double
  let height: Double
  private var body: [String] = []

  init(width: Double, height: Double) {
    self.width = width
    self.height = height
  }

  static let fonts =
    "'Noto Sans','Segoe UI','Helvetica Neue',Arial,'Noto Sans CJK SC','Source Han Sans SC','Microsoft YaHei',"
    + "'PingFang SC','WenQuanYi Micro Hei',sans-serif"

  /// The whole document; `label` is read to those who cannot see it.
  func document(label: String) -> String {
    """
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(width.brief) \(height.brief)" width="\(width.brief)" \
    height="\(height.brief)" font-family="\(SVGCanvas.fonts)" role="img" aria-label="\(label.escaped)">
    <rect width="100%" height="100%" fill="\(Palette.paper)"/>
    \(body.joined(separator: "\n"))
    </svg>
    """
  }

  mutating func line(
    _ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, colour: String, width: Double = 1,
    dash: String = ""
  ) {
    let dashes = dash.isEmpty ? "" : " stroke-dasharray=\"\(dash)\""
    body.append(
      "<line x1=\"\(x1.brief)\" y1=\"\(y1.brief)\" x2=\"\(x2.brief)\" y2=\"\(y2.brief)\" stroke=\"\(colour)\""
        + " stroke-width=\"\(width.brief)\"\(dashes)/>")
  }

  mutating func polyline(_ points: [(Double, Double)], colour: String, width: Double, dash: String = "") {
    guard points.count > 1 else {
      if let point = points.first { circle(point.0, point.1, radius: width, fill: colour) }
      return
    }
    let dashes = dash.isEmpty ? "" : " stroke-dasharray=\"\(dash)\""
    let places = points.map { "\($0.0.brief),\($0.1.brief)" }.joined(separator: " ")
    body.append(
      "<polyline points=\"\(places)\" fill=\"none\" stroke=\"\(colour)\" stroke-width=\"\(width.brief)\""
        + " stroke-linejoin=\"round\"\(dashes)/>")
  }

  mutating func rectangle(
    _ x: Double, _ y: Double, _ width: Double, _ height: Double, fill: String, stroke: String = "none"
  ) {
    body.append(
      "<rect x=\"\(x.brief)\" y=\"\(y.brief)\" width=\"\(max(0, width).brief)\""
        + " height=\"\(max(0, height).brief)\" fill=\"\(fill)\" stroke=\"\(stroke)\"/>")
  }

  mutating func circle(_ x: Double, _ y: Double, radius: Double, fill: String, opacity: Double = 1) {
    let veil = opacity < 1 ? " fill-opacity=\"\(opacity.brief)\"" : ""
    body.append("<circle cx=\"\(x.brief)\" cy=\"\(y.brief)\" r=\"\(radius.brief)\" fill=\"\(fill)\"\(veil)/>")
  }

  enum Anchor: String { case start, middle, end }

  mutating func text(
    _ text: String, _ x: Double, _ y: Double, size: Double = 12, anchor: Anchor = .start,
    colour: String = Palette.ink, bold: Bool = false, turned: Bool = false
  ) {
    guard !text.isEmpty else { return }
    let weight = bold ? " font-weight=\"600\"" : ""
    let turn = turned ? " transform=\"rotate(-90 \(x.brief) \(y.brief))\"" : ""
    body.append(
      "<text x=\"\(x.brief)\" y=\"\(y.brief)\" font-size=\"\(size.brief)\" text-anchor=\"\(anchor.rawValue)\""
        + " fill=\"\(colour)\"\(weight)\(turn)>\(text.escaped)</text>")
  }
}

extension Double {
  /// At most two decimal places, none that say nothing.
  var brief: String {
    let text = fixed(2)
    guard text.contains(".") else { return text }
    if text.hasSuffix(".00") { return String(text.dropLast(3)) }
    return text.hasSuffix("0") ? String(text.dropLast()) : text
  }
}

extension String {
  /// The text with the characters that mean something in XML and HTML written out, and those that XML 1.0
  /// forbids left out.
  package var escaped: String {
    var out = ""
    for scalar in unicodeScalars {
      switch scalar {
      case "&": out += "&amp;"
      case "<": out += "&lt;"
      case ">": out += "&gt;"
      case "\"": out += "&quot;"
      case "\t", "\n", "\r": out += " "
      case _ where scalar.value < 0x20 || scalar.value == 0xFFFE || scalar.value == 0xFFFF: break
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out
  }

  /// About how wide the text is in pixels at this size: a Chinese character is square.
  func pixels(size: Double) -> Double {
    unicodeScalars.reduce(0) { $0 + ($1.displayWidth == 2 ? 1 : $1.displayWidth == 1 ? 0.57 : 0) } * size
  }
}
