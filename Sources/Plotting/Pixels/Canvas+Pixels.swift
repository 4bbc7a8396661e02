internal import CRaster

/// A figure as pixels: 8 bits a channel, red, green, blue, row after row.
public struct FigurePixels: Sendable {
  public let width: Int
  public let height: Int
  public let values: [UInt8]
}

extension Figure {
  /// The figure drawn with the program's own fonts, in the language in force; nil when memory is short.
  ///
  /// - Parameter scale: pixels to a unit of the drawing, which is 720 units wide; 2 suits screens and paper.
  public func pixels(scale: Double = 2) -> FigurePixels? { drawn().pixels(scale: scale) }
}

extension Canvas {
  func pixels(scale: Double) -> FigurePixels? {
    let (width, height) = (Int32(self.width.rounded(.up)), Int32(self.height.rounded(.up)))
    guard let raster = raster_new(width, height, scale) else { return nil }
    defer { raster_free(raster) }
    for shape in shapes { Canvas.draw(shape, on: raster) }
    let columns = Int((Double(width) * scale).rounded(.up)), rows = Int((Double(height) * scale).rounded(.up))
    let values = Array(UnsafeBufferPointer(start: raster_pixels(raster), count: columns * rows * 3))
    return FigurePixels(width: columns, height: rows, values: values)
  }

  private static func draw(_ shape: Shape, on raster: OpaquePointer) {
    switch shape {
    case .polyline(let points, let colour, let width, let dash):
      let places = points.flatMap { [$0.0, $0.1] }
      raster_polyline(raster, places, Int32(points.count), width, dash, value(colour))
    case .rectangle(let x, let y, let width, let height, let fill, let stroke):
      let corners = [x, y, x + width, y, x + width, y + height, x, y + height]
      raster_polygon(raster, corners, 4, value(fill), 1)
      if let stroke { raster_polyline(raster, corners + [x, y], 5, 1, 0, value(stroke)) }
    case .circle(let x, let y, let radius, let fill, let opacity):
      raster_circle(raster, x, y, radius, value(fill), opacity)
    case .text(let one):
      let anchor =
        [Anchor.start: raster_start, .middle: raster_middle, .end: raster_end][one.anchor] ?? raster_start
      raster_text(
        raster, one.text, one.x, one.y, one.size, anchor, one.bold ? 1 : 0, one.turned ? 1 : 0,
        value(one.colour))
    }
  }

  /// `#0072b2` as a number.
  private static func value(_ colour: String) -> UInt32 { UInt32(colour.dropFirst(), radix: 16) ?? 0 }
}
