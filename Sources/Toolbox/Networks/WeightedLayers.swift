public import LuaBridge
public import Neural
internal import Report
internal import Tensors

extension ActivationKind: LuaChoice {}

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
    Function(
      "nn.GroupNorm", Text(en: "normalisation of groups of channels, sample by sample", zh: "按通道分组、逐样本的归一化层"),
      .required(
        "groups", Int.self, Text(en: "a divisor of the channels", zh: "分组数，须为通道数的因数"), in: 1...65_536),
      .option("epsilon", Double.self, Text(en: "added to the variance", zh: "加在方差上的小量"), default: 1e-5),
      returns: aLayer, example: "return nn.GroupNorm(4)"
    ) { groups, epsilon in Network(try GroupNorm(groups, epsilon: epsilon)) },
    Function(
      "nn.ConvTranspose2d", Text(en: "transposed convolution, which enlarges images", zh: "转置卷积层，用于放大图像"),
      .required("filters", Int.self, Text(en: "channels of the output", zh: "输出通道数"), in: 1...65_536),
      .option("kernel", Size.self, Text(en: "size of the kernel", zh: "卷积核尺寸"), default: Size(2)),
      .option("stride", Size.self, Text(en: "how many times larger", zh: "步长，即放大倍数"), default: Size(2)),
      .option(
        "padding", PaddingOption.self,
        Text(en: "border that is cut off, or \"same\"", zh: "裁去的边宽，或 \"same\""),
        default: .none),
      .option(
        "output_padding", Size.self, Text(en: "rows and columns more at the end", zh: "末端多出的行数与列数"),
        default: Size(0)),
      .option(
        "dilation", Size.self, Text(en: "distance between taps of the kernel", zh: "空洞间隔"), default: Size(1)),
      .option(
        "groups", Int.self, Text(en: "groups of channels kept apart", zh: "分组数"), default: 1, in: 1...65_536),
      .option("bias", Bool.self, Text(en: "whether a bias is added", zh: "是否加偏置"), default: true),
      returns: aLayer, example: "return nn.ConvTranspose2d { 16, kernel = 2, stride = 2 }"
    ) { filters, kernel, stride, padding, extra, dilation, groups, bias in
      Network(
        try ConvTranspose2d(
          filters, kernel: kernel.pair, stride: stride.pair, padding: padding.padding,
          outputPadding: extra.pair, dilation: dilation.pair, groups: groups, bias: bias))
    },
    Function(
      "nn.SeparableConv2d",
      Text(en: "a kernel for each channel, then 1x1: few multiply-adds", zh: "深度可分离卷积层，乘加次数少"),
      .required("filters", Int.self, Text(en: "channels of the output", zh: "输出通道数"), in: 1...65_536),
      .option("kernel", Size.self, Text(en: "size of the kernel", zh: "卷积核尺寸"), default: Size(3)),
      .option("stride", Size.self, Text(en: "step of the kernel", zh: "步长"), default: Size(1)),
      .option(
        "padding", PaddingOption.self, Text(en: "border of zeros, or \"same\"", zh: "零填充宽度，或 \"same\""),
        default: .same),
      .option("bias", Bool.self, Text(en: "whether a bias is added", zh: "是否加偏置"), default: true),
      returns: aLayer, example: "return nn.SeparableConv2d { 32, kernel = 3, stride = 2 }"
    ) { filters, kernel, stride, padding, bias in
      Network(
        try SeparableConv2d(
          filters, kernel: kernel.pair, stride: stride.pair, padding: padding.padding, bias: bias))
    },
    Function(
      "nn.InvertedResidual",
      Text(en: "the block of MobileNetV2: widen, depthwise, narrow, add", zh: "MobileNetV2 的倒残差块"),
      .required("filters", Int.self, Text(en: "channels of the output", zh: "输出通道数"), in: 1...65_536),
      .option(
        "kernel", Int.self, Text(en: "size of the depthwise kernel", zh: "深度卷积核尺寸"), default: 3, in: 1...15),
      .option("stride", Int.self, Text(en: "step of the kernel", zh: "步长"), default: 1, in: 1...8),
      .option(
        "expansion", Int.self, Text(en: "how many times wider inside", zh: "内部通道扩展倍数"), default: 6, in: 1...16
      ),
      .option(
        "activation", ActivationKind.self, Text(en: "between the convolutions", zh: "激活函数"), default: .relu6),
      returns: aLayer, example: "return nn.InvertedResidual { 24, stride = 2, expansion = 6 }"
    ) { filters, kernel, stride, expansion, activation in
      Network(
        try InvertedResidual(
          filters, kernel: kernel, stride: stride, expansion: expansion, activation: activation))
    },
  ]
}
