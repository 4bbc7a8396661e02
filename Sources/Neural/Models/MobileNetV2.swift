internal import Report
internal import Tensors

extension Models {
  /// MobileNetV2 (Sandler et al., 2018, table 2): inverted residuals on a budget, for images from about 96 x 96.
  /// [height, width, channels] to [classes]; 3,504,872 parameters at width 1 with 3 channels and 1000 classes.
  ///
  /// - Parameters:
  ///   - width: the factor on all channels, rounded to multiples of 8 as in the paper's code.
  ///   - features: whether process values are appended before the last layer.
  ///   - dropout: before the last layer.
  public static func mobilenetV2(
    width: Double = 1, classes: Int? = nil, features: Bool = false, dropout: Double = 0.2
  ) throws -> Network {
    guard 0.1...4 ~= width else {
      throw Fault(
        .range, en: "mobilenet_v2: width is \(width.significant()), wanted 0.1 .. 4",
        zh: "mobilenet_v2：width 为 \(width.significant())，应为 0.1 .. 4",
        try: "models.mobilenet_v2 { width = 0.5 }")
    }
    func scaled(_ channels: Int) -> Int { roundedChannels(Double(channels) * width) }
    var layers: [any Layer] = try normalized(scaled(32), kernel: 3, stride: 2)
    // Expansion, channels, blocks and stride of the first of them.
    let stages = [
      (1, 16, 1, 1), (6, 24, 2, 2), (6, 32, 3, 2), (6, 64, 4, 2), (6, 96, 3, 1), (6, 160, 3, 2),
      (6, 320, 1, 1),
    ]
    for (expansion, channels, blocks, stride) in stages {
      for block in 0..<blocks {
        layers.append(
          try InvertedResidual(scaled(channels), stride: block == 0 ? stride : 1, expansion: expansion))
      }
    }
    layers += try normalized(max(1280, scaled(1280)), kernel: 1, stride: 1)
    return Network(Sequential(layers + (try head(classes, features: features, dropout: dropout))))
  }

  /// Channels as a multiple of 8, at least 8, and not more than a tenth below what was wanted.
  static func roundedChannels(_ wanted: Double) -> Int {
    let near = max(8, Int(wanted + 4) / 8 * 8)
    return Double(near) < 0.9 * wanted ? near + 8 : near
  }

  /// A convolution, batch normalisation and ReLU6.
  static func normalized(_ channels: Int, kernel: Int, stride: Int) throws -> [any Layer] {
    [
      try Conv2d(
        channels, kernel: (kernel, kernel), stride: (stride, stride), padding: .same, bias: false),
      BatchNorm2d(), ReLU6(),
    ]
  }

  /// The mean of the image, process values, and a score for each class.
  static func head(_ classes: Int?, features: Bool, dropout: Double) throws -> [any Layer] {
    var layers: [any Layer] = [try AdaptiveAvgPool2d(), Flatten()]
    if features { layers.append(ConcatFeatures()) }
    if dropout > 0 { layers.append(try Dropout(dropout)) }
    return layers + [try Linear(classes)]
  }
}
