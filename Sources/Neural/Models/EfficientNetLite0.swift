internal import Tensors

extension Models {
  /// EfficientNet-Lite0 (Tan and Le, 2019, in the form that TensorFlow made for small devices: ReLU6, no
  /// squeeze-and-excitation, stem and head as they are), for images from about 96 x 96; trained on 224 x 224.
  /// [height, width, channels] to [classes]; 4,652,008 parameters with 3 channels and 1000 classes.
  ///
  /// - Parameters:
  ///   - features: whether process values are appended before the last layer.
  ///   - dropout: before the last layer.
  public static func efficientnetLite0(classes: Int? = nil, features: Bool = false, dropout: Double = 0.2)
    throws -> Network
  {
    var layers: [any Layer] = try normalized(32, kernel: 3, stride: 2)
    // Expansion, channels, blocks, kernel and stride of the first of them.
    let stages = [
      (1, 16, 1, 3, 1), (6, 24, 2, 3, 2), (6, 40, 2, 5, 2), (6, 80, 3, 3, 2), (6, 112, 3, 5, 1),
      (6, 192, 4, 5, 2), (6, 320, 1, 3, 1),
    ]
    for (expansion, channels, blocks, kernel, stride) in stages {
      for block in 0..<blocks {
        layers.append(
          try InvertedResidual(
            channels, kernel: kernel, stride: block == 0 ? stride : 1, expansion: expansion))
      }
    }
    layers += try normalized(1280, kernel: 1, stride: 1)
    return Network(Sequential(layers + (try head(classes, features: features, dropout: dropout))))
  }
}
