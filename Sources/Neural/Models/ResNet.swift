internal import Report
internal import Tensors

extension Models {
  /// A residual network for small images (He et al., 2016, section 4.2): a 3x3 stem, then stages whose
  /// channels double while the image halves, then the mean of the image.
  ///
  /// - Parameters:
  ///   - depth: 8, 14 or 20 with 3 stages of 1, 2 or 3 blocks from 16 channels; 18 with 4 stages of 2 blocks
  ///     from 64 channels.
  ///   - features: whether process values are appended before the last layer.
  public static func resnet(depth: Int = 8, classes: Int? = nil, features: Bool = false, dropout: Double = 0)
    throws -> Network
  {
    let plans: [Int: (blocks: Int, channels: [Int])] = [
      8: (1, [16, 32, 64]), 14: (2, [16, 32, 64]), 20: (3, [16, 32, 64]), 18: (2, [64, 128, 256, 512]),
    ]
    guard let plan = plans[depth] else {
      throw Fault(
        .range, en: "resnet: depth is \(depth), wanted 8, 14, 18 or 20",
        zh: "resnet：depth 为 \(depth)，应为 8、14、18 或 20", try: "models.resnet { depth = 8 }")
    }
    var layers: [any Layer] = [try convolution(plan.channels[0]), BatchNorm2d(), ReLU()]
    for (stage, channels) in plan.channels.enumerated() {
      for block in 0..<plan.blocks {
        let stride = stage > 0 && block == 0 ? 2 : 1
        layers.append(
          Residual([
            try convolution(channels, stride: stride), BatchNorm2d(), ReLU(), try convolution(channels),
            BatchNorm2d(),
          ]))
      }
    }
    layers += [try AdaptiveAvgPool2d(), Flatten()]
    if features { layers.append(ConcatFeatures()) }
    if dropout > 0 { layers.append(try Dropout(dropout)) }
    layers.append(try Linear(classes))
    return Network(Sequential(layers))
  }

  /// 3x3 without bias, because batch normalisation follows.
  private static func convolution(_ channels: Int, stride: Int = 1) throws -> Conv2d {
    try Conv2d(channels, kernel: (3, 3), stride: (stride, stride), padding: .exact(1, 1), bias: false)
  }
}
