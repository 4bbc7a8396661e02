/// What of a table goes into a network, and how.
public struct BatchOptions: Sendable {
  /// The column to predict.
  public var target: String
  /// The column of images. When nil: the only column of images there is, if there is one.
  public var image: String?
  /// Columns of numbers that go in beside the image. When nil: none beside an image, and all numbers but the
  /// target without one.
  public var features: [String]?
  /// [height, width] that images are brought to. When nil: the size that most of them have.
  public var size: [Int]?
  /// One channel. When nil: as most images are.
  public var gray: Bool?
  public var augmentation = Augmentation.none
  /// Whether a target of numbers is a share in 0 .. 1 that the network says as a logit.
  public var targetIsShare = false

  public init(target: String) { self.target = target }
}
