/// Some samples, ready for a network.
public struct Batch: Sendable {
  /// [n, height, width, channels]
  public var images: Tensor?
  /// Process values, [n, f]
  public var features: Tensor?
  public var target: Target

  public init(images: Tensor? = nil, features: Tensor? = nil, target: Target) {
    self.images = images
    self.features = features
    self.target = target
  }

  /// Samples in the batch.
  public var count: Int { images?.shape.first ?? features?.shape.first ?? target.count }
}

/// What training and evaluation read: samples by index, decoded and prepared when they are asked for.
public protocol BatchSource: AnyObject, Sendable {
  /// Samples in all.
  var count: Int { get }
  /// [height, width, channels] of one image, or nil when samples are process values only.
  var imageShape: [Int]? { get }
  /// Names of the process values, in the order of the columns of `Batch.features`.
  var featureNames: [String] { get }
  /// Names of the classes; empty for regression.
  var classes: [String] { get }
  /// The samples at `indices`, in this order. `augment` seeds the augmentation; nil asks for none.
  /// Called from worker threads; decoding runs there.
  func batch(_ indices: [Int], augment: UInt64?) throws -> Batch
  /// The same cut into pieces, for threads that have a moment. Without pieces unless a source says otherwise.
  func work(_ indices: [Int], augment: UInt64?) throws -> BatchWork
}
