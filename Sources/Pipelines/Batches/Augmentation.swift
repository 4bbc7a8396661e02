/// Changes to training images that leave their class as it is, drawn anew for each sample and epoch.
public struct Augmentation: Sendable, Equatable {
  /// Which mirror images a part may show.
  public enum Flip: String, Sendable, CaseIterable { case none, horizontal, vertical, both }

  public var flip = Flip.none
  /// Most that an image moves, as a share of its side.
  public var shift = 0.0
  /// Most that an image turns, in degrees.
  public var rotate = 0.0
  /// Most that an image grows or shrinks, as a share of its size.
  public var scale = 0.0
  /// Most that is added to or taken from all pixels, as a share of the full range.
  public var brightness = 0.0
  /// Most that the contrast grows or shrinks, as a share.
  public var contrast = 0.0
  /// Standard deviation of noise on each pixel, as a share of the full range.
  public var noise = 0.0
  /// Side of a square that is blanked out, as a share of the image's side (DeVries and Taylor, 2017).
  public var cutout = 0.0

  public init() {}

  /// Nothing is changed.
  public static let none = Augmentation()

  var moves: Bool { shift > 0 || rotate > 0 || scale > 0 }
}
