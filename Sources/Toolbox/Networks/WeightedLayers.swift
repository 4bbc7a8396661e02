internal import LuaBridge
internal import Neural
internal import Report
internal import Tensors

private let aLayer = Text(en: "a layer", zh: "层")

/// Layers that learn weights. They take their input's size from the first samples they see.
var weightedLayers: [any Item] {
  [
    Function(
      "nn.Linear", Text(en: "x W + b", zh: "全连接层：x W + b"),
      .positional(
        "outputs", Int.self,
        Text(en: "size of the output; as many as classes when left out", zh: "输出个数；省略时取类别数")),
      .option("bias", Bool.self, Text(en: "whether b is added", zh: "是否加 b"), default: true), returns: aLayer,
      example: "return nn.Linear(10)"
    ) { outputs, bias in Network(try Linear(outputs, bias: bias)) },
    Function(
      "nn.Conv2d", Text(en: "convolution of images", zh: "二维卷积层"),
      .required("filters", Int.self, Text(en: "channels of the output", zh: "输出通道数"), in: 1...65_536),
      .option("kernel", Size.self, Text(en: "size of the kernel", zh: "卷积核尺寸"), default: Size(3)),
      .option("stride", Size.self, Text(en: "step of the kernel", zh: "步长"), default: Size(1)),
      .option(
        "padding", PaddingOption.self, Text(en: "border of zeros, or \"same\"", zh: "零填充宽度，或 \"same\""),
        default: .none),
      .option(
        "dilation", Size.self, Text(en: "distance between taps of the kernel", zh: "空洞间隔"), default: Size(1)),
      .option(
        "groups", Int.self, Text(en: "groups of channels kept apart", zh: "分组数"), default: 1, in: 1...65_536),
      .option("bias", Bool.self, Text(en: "whether a bias is added", zh: "是否加偏置"), default: true),
      returns: aLayer, example: "return nn.Conv2d { 16, kernel = 3, padding = 1 }"
    ) { filters, kernel, stride, padding, dilation, groups, bias in
      Network(
        try Conv2d(
          filters, kernel: kernel.pair, stride: stride.pair, padding: padding.padding,
          dilation: dilation.pair,
          groups: groups, bias: bias))
    },
    Function(
      "nn.BatchNorm2d", Text(en: "batch normalisation of images", zh: "图像的批归一化层"),
      .option(
        "momentum", Double.self,
        Text(en: "share of a new batch in the running statistics", zh: "新批次在滑动统计中的比重"),
        default: 0.1, in: 0...1),
      .option("epsilon", Double.self, Text(en: "added to the variance", zh: "加在方差上的小量"), default: 1e-5),
      returns: aLayer, example: "return nn.BatchNorm2d()"
    ) { momentum, epsilon in Network(BatchNorm2d(momentum: momentum, epsilon: epsilon)) },
    Function(
      "nn.BatchNorm1d", Text(en: "batch normalisation of process values", zh: "过程值的批归一化层"),
      .option(
        "momentum", Double.self,
        Text(en: "share of a new batch in the running statistics", zh: "新批次在滑动统计中的比重"),
        default: 0.1, in: 0...1),
      .option("epsilon", Double.self, Text(en: "added to the variance", zh: "加在方差上的小量"), default: 1e-5),
      returns: aLayer, example: "return nn.BatchNorm1d()"
    ) { momentum, epsilon in Network(BatchNorm1d(momentum: momentum, epsilon: epsilon)) },
    Function(
      "nn.LayerNorm", Text(en: "layer normalisation over the last axis", zh: "沿最后一轴的层归一化"),
      .option("epsilon", Double.self, Text(en: "added to the variance", zh: "加在方差上的小量"), default: 1e-5),
      returns: aLayer, example: "return nn.LayerNorm()"
    ) { epsilon in Network(LayerNorm(epsilon: epsilon)) },
  ]
}
