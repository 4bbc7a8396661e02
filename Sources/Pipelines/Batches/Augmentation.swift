/// Changes to training images, drawn anew for each sample and epoch. All but mixtures leave the class as it is.
public struct Augmentation: Sendable, Equatable {
  /// Which mirror images a part may show.
  public enum Flip: String, Sendable, CaseIterable { case none, horizontal, vertical, both }

  public var flip = Flip.none
  /// Most that is cut off an image, as a share of its sides; what remains is enlarged to the whole.
  public var crop = 0.0
  /// Most that an image moves, as a share of its side.
  public var shift = 0.0
  /// Most that an image turns, in degrees.
  public var rotate = 0.0
  /// Most that an image grows or shrinks, as a share of its size.
  public var scale = 0.0
  /// Largest standard deviation of a Gaussian blur, in pixels.
  public var blur = 0.0
  /// Most that is added to or taken from all pixels, as a share of the full range.
  public var brightness = 0.0
  /// Most that the contrast grows or shrinks, as a share.
  public var contrast = 0.0
  /// Standard deviation of noise on each pixel, as a share of the full range.
  public var noise = 0.0
  /// Side of a square that is blanked out, as a share of the image's side (DeVries and Taylor, 2017).
  public var cutout = 0.0
  /// How strongly samples of a batch are mixed in pairs, their targets too: both parameters of the beta distribution
  /// that the share follows (Zhang et al., 2018); 0 for not at all.
  public var mixup = 0.0

  public init() {}

  /// Nothing is changed.
  public static let none = Augmentation()

  /// The amounts by the names that users know, in the order of their use.
  public static var amounts: [(name: String, path: WritableKeyPath<Augmentation, Double>)] {
    [
      ("crop", \.crop), ("shift", \.shift), ("rotate", \.rotate), ("scale", \.scale), ("blur", \.blur),
      ("brightness", \.brightness), ("contrast", \.contrast), ("noise", \.noise), ("cutout", \.cutout),
      ("mixup", \.mixup),
    ]
  }

  /// Whether images are changed by themselves, not only mixed with others.
  var changesImages: Bool {
    var alone = self
    alone.mixup = 0
    return alone != .none
  }
}
