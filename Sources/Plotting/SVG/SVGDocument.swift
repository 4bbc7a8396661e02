internal import Report

/// A drawing as a self-contained SVG document.
struct SVGDocument {
  static let fonts =
    "'Noto Sans','Segoe UI','Helvetica Neue',Arial,'Noto Sans CJK SC','Source Han Sans SC','Microsoft YaHei',"
    + "'PingFang SC','WenQuanYi Micro Hei',sans-serif"

  let text: String

  /// - Parameter label: what is read to those who cannot see it.
  init(_ canvas: Canvas, label: String) {
    let size = "width=\"\(canvas.width.brief)\" height=\"\(canvas.height.brief)\""
    let body = canvas.shapes.map(SVGDocument.element).joined(separator: "\n")
    text = """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(canvas.width.brief) \(canvas.height.brief)" \
      \(size) font-family="\(SVGDocument.fonts)" role="img" aria-label="\(label.escaped)">
      <rect width="100%" height="100%" fill="\(Palette.paper)"/>
      \(body)
      </svg>
      """
  }

  private static func element(_ shape: Canvas.Shape) -> String {
    switch shape {
    case .polyline(let points, let colour, let width, let dash):
      polyline(points, "stroke=\"\(colour)\" stroke-width=\"\(width.brief)\"" + dashes(dash))
    case .rectangle(let x, let y, let width, let height, let fill, let stroke):
      "<rect x=\"\(x.brief)\" y=\"\(y.brief)\" width=\"\(width.brief)\" height=\"\(height.brief)\""
        + " fill=\"\(fill)\" stroke=\"\(stroke ?? "none")\"/>"
    case .circle(let x, let y, let radius, let fill, let opacity):
      "<circle cx=\"\(x.brief)\" cy=\"\(y.brief)\" r=\"\(radius.brief)\" fill=\"\(fill)\""
        + (opacity < 1 ? " fill-opacity=\"\(opacity.brief)\"" : "") + "/>"
    case .text(let lettering): text(lettering)
    }
  }

  private static func dashes(_ length: Double) -> String {
    length > 0 ? " stroke-dasharray=\"\(length.brief)\"" : ""
  }

  private static func polyline(_ points: [(Double, Double)], _ stroke: String) -> String {
    if points.count == 2 {
      let (from, to) = (points[0], points[1])
      return "<line x1=\"\(from.0.brief)\" y1=\"\(from.1.brief)\" x2=\"\(to.0.brief)\" y2=\"\(to.1.brief)\""
        + " \(stroke)/>"
    }
    let places = points.map { "\($0.0.brief),\($0.1.brief)" }.joined(separator: " ")
    return "<polyline points=\"\(places)\" fill=\"none\" \(stroke) stroke-linejoin=\"round\"/>"
  }

  private static func text(_ one: Canvas.Lettering) -> String {
    let weight = one.bold ? " font-weight=\"600\"" : ""
    let turn = one.turned ? " transform=\"rotate(-90 \(one.x.brief) \(one.y.brief))\"" : ""
    return "<text x=\"\(one.x.brief)\" y=\"\(one.y.brief)\" font-size=\"\(one.size.brief)\""
      + " text-anchor=\"\(one.anchor.rawValue)\" fill=\"\(one.colour)\"\(weight)\(turn)>\(one.text.escaped)</text>"
  }
}

extension Figure {
  /// The figure as a self-contained SVG document in the language in force.
  func drawnSVG() -> String { SVGDocument(drawn(), label: words).text }
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
}
