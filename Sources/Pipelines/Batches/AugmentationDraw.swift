internal import CKernels
internal import Glibc
internal import Randomness

/// One draw of an augmentation: what happens to one image this time.
struct AugmentationDraw {
  var mirrorsX = false
  var mirrorsY = false
  /// Left, top and side of the part that is shown, as shares.
  var crop = (x: 0.0, y: 0.0, side: 1.0)
  /// Columns and rows to move by, as shares of the side.
  var shift = (x: 0.0, y: 0.0)
  /// Radians.
  var angle = 0.0
  var scale = 1.0
  /// Standard deviation in pixels.
  var blur = 0.0
  /// Added to values from 0 to 255.
  var brightness = 0.0
  var contrast = 1.0
  var noise = 0.0
  var noiseSeed: UInt64 = 0
  /// Left, top and side of the blanked square, as shares.
  var cutout: (x: Double, y: Double, side: Double)?

  init(_ settings: Augmentation, _ generator: inout SeededGenerator) {
    if settings.flip == .horizontal || settings.flip == .both { mirrorsX = generator.below(2) == 1 }
    if settings.flip == .vertical || settings.flip == .both { mirrorsY = generator.below(2) == 1 }
    if settings.crop > 0 {
      let room = generator.uniform() * settings.crop
      crop = (generator.uniform() * room, generator.uniform() * room, 1 - room)
    }
    if settings.shift > 0 || settings.rotate > 0 || settings.scale > 0 {
      shift = (
        generator.uniform(in: -settings.shift...settings.shift),
        generator.uniform(in: -settings.shift...settings.shift)
      )
      angle = generator.uniform(in: -settings.rotate...settings.rotate) * .pi / 180
      scale = 1 + generator.uniform(in: -settings.scale...settings.scale)
    }
    if settings.blur > 0 { blur = generator.uniform() * settings.blur }
    brightness = generator.uniform(in: -settings.brightness...settings.brightness) * 255
    contrast = 1 + generator.uniform(in: -settings.contrast...settings.contrast)
    if settings.noise > 0 { (noise, noiseSeed) = (settings.noise * 255, generator.next()) }
    if settings.cutout > 0 {
      let room = max(0, 1 - settings.cutout)
      cutout = (generator.uniform() * room, generator.uniform() * room, settings.cutout)
    }
  }

  /// The same draw as far as it moves pixels: what happens to an image that is the target.
  var movingOnly: AugmentationDraw {
    var draw = self
    (draw.blur, draw.brightness, draw.contrast, draw.noise, draw.cutout) = (0, 0, 1, 0, nil)
    return draw
  }

  /// Where each pixel comes from: mirrored, moved, turned and scaled about the centre, and within the part that is
  /// shown, all in one map.
  func map(_ shape: [Int]) -> ck_affine {
    let (height, width) = (Double(shape[0]), Double(shape[1]))
    let (centreX, centreY) = ((width - 1) / 2, (height - 1) / 2)
    let (signX, signY) = (mirrorsX ? -1.0 : 1, mirrorsY ? -1.0 : 1)
    let (cosine, sine) = (cos(angle) / scale, sin(angle) / scale)
    // The first pixel, counted from the centre.
    let dx = -signX * centreX - shift.x * width
    let dy = -signY * centreY - shift.y * height
    let side = crop.side
    let startX = (cosine * dx + sine * dy + centreX + 0.5) * side + crop.x * width - 0.5
    let startY = (-sine * dx + cosine * dy + centreY + 0.5) * side + crop.y * height - 0.5
    return ck_affine(
      height: shape[0], width: shape[1], channels: shape[2], x_at_start: Float(startX),
      x_by_column: Float(side * cosine * signX), x_by_row: Float(side * sine * signY),
      y_at_start: Float(startY), y_by_column: Float(-side * sine * signX),
      y_by_row: Float(side * cosine * signY))
  }
}
