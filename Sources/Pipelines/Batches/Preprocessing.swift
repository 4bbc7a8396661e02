internal import Exchange
internal import Glibc
internal import Report

/// How rows become what a network reads: fitted on the training rows, applied to all others, and kept in the
/// model's file, so that a model never meets samples prepared in another way.
public struct Preprocessing: Sendable, Equatable {
  /// A mean and a standard deviation to take away and divide by.
  public struct Scale: Sendable, Equatable {
    public var mean: Double
    public var deviation: Double

    /// Values that do not vary are only centred.
    public init(mean: Double, deviation: Double) {
      self.mean = mean
      self.deviation = deviation > 0 ? deviation : 1
    }
  }

  /// The column of images; nil when samples are process values only.
  public var image: String?
  /// [height, width, channels] that images are brought to.
  public var imageShape: [Int] = []
  /// For each channel, of values from 0 to 255.
  public var pixels: [Scale] = []
  public var features: [String] = []
  /// For each feature.
  public var featureScales: [Scale] = []
  /// The unit of measure of each feature, empty where it has none: what the means and deviations are in.
  public var featureUnits: [String] = []
  public var target: String
  /// Names of the classes; empty for regression.
  public var classes: [String] = []
  /// Of the target, for regression; nil for a share, which is taken as it is.
  public var targetScale: Scale?
  /// Whether the target is a share in 0 .. 1 that the network says as a logit.
  public var targetIsShare = false
  /// [height, width, channels] of images that are the target; empty for classes and numbers.
  public var targetShape: [Int] = []
  /// For each channel of a target of images, of values from 0 to 255.
  public var targetPixels: [Scale] = []
  /// The target's unit of measure, for regression.
  public var targetUnit = ""

  public init(target: String) { self.target = target }
}

extension Preprocessing {
  /// The target's value that an output of the network stands for.
  public func value(of output: Float) -> Double {
    if targetIsShare { return 1 / (1 + exp(-Double(output))) }
    let scale = targetScale ?? Scale(mean: 0, deviation: 1)
    return Double(output) * scale.deviation + scale.mean
  }

  /// The preprocessing as JSON text, for the model's file.
  public var text: String { json.text }

  private var json: JSON {
    .object([
      "image": image.map(JSON.string) ?? .null,
      "imageShape": .array(imageShape.map(JSON.int)),
      "pixels": .array(pixels.map(\.json)),
      "features": .array(features.map(JSON.string)),
      "featureScales": .array(featureScales.map(\.json)),
      "featureUnits": .array(featureUnits.map(JSON.string)),
      "target": .string(target),
      "classes": .array(classes.map(JSON.string)),
      "targetScale": targetScale?.json ?? .null,
      "targetIsShare": .bool(targetIsShare),
      "targetShape": .array(targetShape.map(JSON.int)),
      "targetPixels": .array(targetPixels.map(\.json)),
      "targetUnit": .string(targetUnit),
    ])
  }

  private static let unreadable = Fault(
    .model, en: "the model's preprocessing cannot be read", zh: "无法读取模型中的预处理信息")

  /// - Throws: a fault when the text is none that `text` made.
  public init(text: String) throws {
    guard let json = JSON(parsing: Array(text.utf8)), let target = json["target"]?.string,
      let shape = json["imageShape"]?.ints, let features = json["features"]?.strings,
      let classes = json["classes"]?.strings, let unit = json["targetUnit"]?.string,
      let pixels = json["pixels"]?.array?.map(Scale.init(json:)), pixels.allSatisfy({ $0 != nil }),
      let scales = json["featureScales"]?.array?.map(Scale.init(json:)), scales.allSatisfy({ $0 != nil }),
      scales.count == features.count, shape.isEmpty || shape.count == 3 && pixels.count == shape[2]
    else {
      throw Self.unreadable
    }
    let units = json["featureUnits"]?.strings ?? features.map { _ in "" }
    let drawn = json["targetShape"]?.ints ?? []
    let drawnPixels = json["targetPixels"]?.array?.compactMap(Scale.init(json:)) ?? []
    guard units.count == features.count, drawn.isEmpty || drawn.count == 3 && drawnPixels.count == drawn[2]
    else { throw Self.unreadable }
    self.init(target: target)
    image = json["image"]?.string
    imageShape = shape
    self.pixels = pixels.compactMap { $0 }
    self.features = features
    featureScales = scales.compactMap { $0 }
    featureUnits = units
    self.classes = classes
    targetScale = json["targetScale"].flatMap(Scale.init(json:))
    targetIsShare = json["targetIsShare"]?.bool ?? false
    (targetShape, targetPixels) = (drawn, drawnPixels)
    targetUnit = unit
  }
}

extension Preprocessing.Scale {
  var json: JSON { .array([.double(mean), .double(deviation)]) }

  init?(json: JSON) {
    guard let pair = json.array?.compactMap(\.double), pair.count == 2 else { return nil }
    self.init(mean: pair[0], deviation: pair[1])
  }

  /// Mean and standard deviation of the values; NaN stays out.
  init(of values: some Sequence<Double>) {
    var (count, mean, squares) = (0.0, 0.0, 0.0)
    for value in values where value.isFinite {
      count += 1
      let step = value - mean
      mean += step / count
      squares += step * (value - mean)
    }
    self.init(mean: mean, deviation: count > 0 ? (squares / count).squareRoot() : 0)
  }

  func scaled(_ value: Double) -> Float { Float((value - mean) / deviation) }
}
