internal import Neural
internal import Tensors

/// A network of inverted residual blocks (Sandler et al., 2018): each widens its channels by a 1x1 convolution,
/// filters them one by one, and narrows them again.
struct InvertedResiduals {
  /// Blocks that follow each other: how often they widen, their filters, how many there are, the kernel, and the
  /// stride of the first.
  typealias Stage = (widening: Int, filters: Int, blocks: Int, kernel: Int, stride: Int)

  var stages: [Stage]

  static let mobilenetV2 = InvertedResiduals(stages: [
    (1, 16, 1, 3, 1), (6, 24, 2, 3, 2), (6, 32, 3, 3, 2), (6, 64, 4, 3, 2), (6, 96, 3, 3, 1),
    (6, 160, 3, 3, 2), (6, 320, 1, 3, 1),
  ])

  /// EfficientNet-B0 (Tan and Le, 2019) without squeeze-and-excitation, with ReLU6.
  static let efficientNetLite0 = InvertedResiduals(stages: [
    (1, 16, 1, 3, 1), (6, 24, 2, 3, 2), (6, 40, 2, 5, 2), (6, 80, 3, 3, 2), (6, 112, 3, 5, 1),
    (6, 192, 4, 5, 2), (6, 320, 1, 3, 1),
  ])

  func network(classes: Int) throws -> Network {
    var layers = try convolution(32, kernel: 3, stride: 2) + [ReLU6()]
    var channels = 32
    for stage in stages {
      for block in 0..<stage.blocks {
        layers.append(try self.block(stage, from: channels, stride: block == 0 ? stage.stride : 1))
        channels = stage.filters
      }
    }
    layers += try convolution(1280, kernel: 1) + [ReLU6()]
    layers += [try AdaptiveAvgPool2d(), Flatten(), try Linear(classes)]
    return Network(Sequential(layers))
  }

  private func block(_ stage: Stage, from channels: Int, stride: Int) throws -> any Layer {
    let wide = channels * stage.widening
    var layers: [any Layer] = []
    if stage.widening > 1 { layers += try convolution(wide, kernel: 1) + [ReLU6()] }
    layers += try convolution(wide, kernel: stage.kernel, stride: stride, groups: wide) + [ReLU6()]
    layers += try convolution(stage.filters, kernel: 1)
    return stride == 1 && channels == stage.filters ? Residual(layers, relu: false) : Sequential(layers)
  }

  private func convolution(_ filters: Int, kernel: Int, stride: Int = 1, groups: Int = 1) throws
    -> [any Layer]
  {
    [
      try Conv2d(
        filters, kernel: (kernel, kernel), stride: (stride, stride), padding: .exact(kernel / 2, kernel / 2),
        groups: groups, bias: false),
      BatchNorm2d(),
    ]
  }
}
