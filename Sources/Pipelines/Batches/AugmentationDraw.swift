internal import Glibc
internal import Randomness

/// One draw of an augmentation: what happens to one image this time.
struct AugmentationDraw {
  var mirrorsX = false
  var mirrorsY = false
  /// Columns and rows to move by, as shares of the side.
  var shift = (x: 0.0, y: 0.0)
  /// Radians.
  var angle = 0.0
  var scale = 1.0
  /// Added to values from 0 to 255.
  var brightness = 0.0
  var contrast = 1.0
  var noise = 0.0
  /// Left, top and side of the blanked square, as shares.
  var cutout: (x: Double, y: Double, side: Double)?

  init(_ settings: Augmentation, _ generator: inout SeededGenerator) {
    if settings.flip == .horizontal || settings.flip == .both { mirrorsX = generator.below(2) == 1 }
    if settings.flip == .vertical || settings.flip == .both { mirrorsY = generator.below(2) == 1 }
    if settings.moves {
      shift = (
        generator.uniform(in: -settings.shift...settings.shift),
        generator.uniform(in: -settings.shift...settings.shift)
      )
      angle = generator.uniform(in: -settings.rotate...settings.rotate) * .pi / 180
      scale = 1 + generator.uniform(in: -settings.scale...settings.scale)
    }
    brightness = generator.uniform(in: -settings.brightness...settings.brightness) * 255
    contrast = 1 + generator.uniform(in: -settings.contrast...settings.contrast)
    noise = settings.noise * 255
    if settings.cutout > 0 {
      let room = max(0, 1 - settings.cutout)
      cutout = (generator.uniform() * room, generator.uniform() * room, settings.cutout)
    }
  }

  /// Writes the changed image over `target`.
  ///
  /// - Parameters:
  ///   - source: [height, width, channels], values from 0 to 255
  ///   - target: room for as many values
  func apply(
    to source: UnsafeBufferPointer<UInt8>, shape: [Int], into target: UnsafeMutableBufferPointer<Float>,
    _ generator: inout SeededGenerator
  ) {
    let (height, width, channels) = (shape[0], shape[1], shape[2])
    let isMoved = shift.x != 0 || shift.y != 0 || angle != 0 || scale != 1
    let mean =
      contrast == 1 && cutout == nil
      ? 0 : source.reduce(0.0) { $0 + Double($1) } / Double(max(1, source.count))
    let (gain, offset) = (Float(contrast), Float(mean - contrast * mean + brightness))
    for y in 0..<height {
      let fromY = mirrorsY ? height - 1 - y : y
      for x in 0..<width {
        let fromX = mirrorsX ? width - 1 - x : x
        let at = (y * width + x) * channels
        for c in 0..<channels {
          let value =
            isMoved
            ? sample(source, height, width, channels, c, fromX, fromY)
            : Float(source[(fromY * width + fromX) * channels + c])
          target[at + c] = value * gain + offset
        }
      }
    }
    if noise > 0 {
      for i in target.indices { target[i] += Float(generator.normal(deviation: noise)) }
    }
    if let cutout { blank(cutout, target, height, width, channels, Float(mean)) }
    for i in target.indices { target[i] = min(255, max(0, target[i])) }
  }

  /// The bilinear value at the place that a pixel comes from; the border repeats outside.
  private func sample(
    _ source: UnsafeBufferPointer<UInt8>, _ height: Int, _ width: Int, _ channels: Int, _ c: Int, _ x: Int,
    _ y: Int
  ) -> Float {
    let (centreX, centreY) = (Double(width - 1) / 2, Double(height - 1) / 2)
    let (dx, dy) = (
      Double(x) - centreX - shift.x * Double(width), Double(y) - centreY - shift.y * Double(height)
    )
    let fromX = (cos(angle) * dx + sin(angle) * dy) / scale + centreX
    let fromY = (-sin(angle) * dx + cos(angle) * dy) / scale + centreY
    let (left, top) = (fromX.rounded(.down), fromY.rounded(.down))
    let (u, v) = (Float(fromX - left), Float(fromY - top))
    func at(_ x: Double, _ y: Double) -> Float {
      let column = min(width - 1, max(0, Int(x)))
      let row = min(height - 1, max(0, Int(y)))
      return Float(source[(row * width + column) * channels + c])
    }
    let upper = at(left, top) * (1 - u) + at(left + 1, top) * u
    let lower = at(left, top + 1) * (1 - u) + at(left + 1, top + 1) * u
    return upper * (1 - v) + lower * v
  }

  private func blank(
    _ square: (x: Double, y: Double, side: Double), _ target: UnsafeMutableBufferPointer<Float>,
    _ height: Int,
    _ width: Int, _ channels: Int, _ value: Float
  ) {
    let rows = Int(square.y * Double(height))..<Int((square.y + square.side) * Double(height))
    let columns = Int(square.x * Double(width))..<Int((square.x + square.side) * Double(width))
    for y in rows where y < height {
      for x in columns where x < width {
        for c in 0..<channels { target[(y * width + x) * channels + c] = value }
      }
    }
  }
}
