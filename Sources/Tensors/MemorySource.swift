internal import Report

/// Samples that are in memory already.
///
///     MemorySource(images: pixels, target: .classes(labels), classes: ["OK", "scratch"])
public final class MemorySource: BatchSource {
  public let classes: [String]
  public let featureNames: [String]
  public let count: Int
  private let images: Tensor?
  private let features: Tensor?
  private let target: Target

  /// - Parameters:
  ///   - images: [n, height, width, channels]
  ///   - features: [n, f]
  /// - Throws: a fault when the parts do not agree on the number of samples.
  public init(
    images: Tensor? = nil, features: Tensor? = nil, target: Target, classes: [String] = [],
    featureNames: [String]? = nil
  ) throws {
    let count = target.count
    for part in [images, features].compactMap({ $0 }) where part.shape.first != count {
      throw Fault(
        .shape, en: "samples \(part.shape.text) and \(count) targets do not agree in number",
        zh: "样本 \(part.shape.text) 与 \(count) 个目标的数目不一致")
    }
    if let images, images.rank != 4 {
      throw Fault(
        .shape, en: "images must be [n, height, width, channels], not \(images.shape.text)",
        zh: "图像的形状须为 [n, 高, 宽, 通道]，现为 \(images.shape.text)")
    }
    if let features, features.rank != 2 {
      throw Fault(
        .shape, en: "process values must be [n, f], not \(features.shape.text)",
        zh: "过程值的形状须为 [n, f]，现为 \(features.shape.text)")
    }
    self.images = images
    self.features = features
    self.target = target
    self.classes = classes
    self.count = count
    self.featureNames = featureNames ?? (0..<(features?.shape[1] ?? 0)).map { "x\($0 + 1)" }
  }

  public var imageShape: [Int]? { images.map { Array($0.shape.dropFirst()) } }

  public func batch(_ indices: [Int], augment: UInt64?) throws -> Batch {
    Batch(
      images: try images?.rows(indices), features: try features?.rows(indices),
      target: try target.rows(indices))
  }
}
