public import LuaBridge
internal import Neural
internal import Report
public import Tensors

extension Upsampling: LuaChoice {}

private let aLayer = Text(en: "a layer", zh: "层")

/// Layers without weights.
var plainLayers: [any Item] {
  [
    plain("nn.Identity", Text(en: "x as it is, for a branch", zh: "原样输出，用于分支")) { Identity() },
    plain("nn.ReLU", Text(en: "max(0, x)", zh: "激活函数 max(0, x)")) { ReLU() },
    plain("nn.ReLU6", Text(en: "x held between 0 and 6", zh: "激活函数，限制在 0 到 6")) { ReLU6() },
    plain("nn.GELU", Text(en: "x times the normal distribution", zh: "激活函数 GELU")) { GELU() },
    plain("nn.SiLU", Text(en: "x times its sigmoid", zh: "激活函数 x·sigmoid(x)")) { SiLU() },
    plain("nn.Hardswish", Text(en: "a cheap SiLU", zh: "激活函数 Hardswish，SiLU 的廉价近似")) { Hardswish() },
    plain("nn.Sigmoid", Text(en: "1 / (1 + e^-x)", zh: "激活函数 1 / (1 + e^-x)")) { Sigmoid() },
    plain("nn.Tanh", Text(en: "hyperbolic tangent", zh: "双曲正切")) { Tanh() },
    plain(
      "nn.Softmax",
      Text(en: "shares of 1; not before cross-entropy, which has its own", zh: "归一为概率；交叉熵损失前不需要")
    ) { Softmax() },
    plain(
      "nn.UnitLength",
      Text(en: "every vector divided by its length, before the triplet loss", zh: "把每个向量归一为单位长度，用于三元组损失之前")
    ) { UnitLength() },
    plain("nn.Flatten", Text(en: "all axes of a sample in one", zh: "把样本展平为向量")) { Flatten() },
    plain(
      "nn.ConcatFeatures", Text(en: "appends the sample's process values", zh: "拼接该样本的过程值")
    ) { ConcatFeatures() },
    Function(
      "nn.Reshape", Text(en: "the values of a sample in another shape", zh: "改变样本的形状"),
      .required("shape", [Int].self, Text(en: "sizes; one may be -1", zh: "各轴大小，可有一个 -1")), returns: aLayer,
      example: "return nn.Reshape { -1, 2 }"
    ) { shape in Network(try Reshape(shape)) },
    Function(
      "nn.LeakyReLU", Text(en: "x, negative values times a slope", zh: "激活函数，负值乘以斜率"),
      .positional(
        "slope", Double.self, Text(en: "of negative values", zh: "负值的斜率"), default: 0.01, in: 0...1),
      returns: aLayer, example: "return nn.LeakyReLU(0.1)"
    ) { slope in Network(LeakyReLU(slope: slope)) },
    Function(
      "nn.Dropout", Text(en: "zeroes values at random while training", zh: "训练时随机置零"),
      .positional(
        "rate", Double.self, Text(en: "share that is zeroed", zh: "置零比例"), default: 0.5, in: 0...0.99),
      returns: aLayer, example: "return nn.Dropout(0.2)"
    ) { rate in Network(try Dropout(rate)) },
    Function(
      "nn.MaxPool2d", Text(en: "the greatest value in each window", zh: "最大池化"),
      .required("kernel", Size.self, Text(en: "size of the window", zh: "窗口尺寸")),
      .optional("stride", Size.self, Text(en: "step; the window's size when left out", zh: "步长；省略时同窗口")),
      .option("padding", Size.self, Text(en: "border", zh: "填充宽度"), default: Size(0)), returns: aLayer,
      example: "return nn.MaxPool2d(2)"
    ) { kernel, stride, padding in
      Network(try MaxPool2d(kernel.pair, stride: stride?.pair, padding: padding.pair))
    },
    Function(
      "nn.AvgPool2d", Text(en: "the mean of each window", zh: "平均池化"),
      .required("kernel", Size.self, Text(en: "size of the window", zh: "窗口尺寸")),
      .optional("stride", Size.self, Text(en: "step; the window's size when left out", zh: "步长；省略时同窗口")),
      .option("padding", Size.self, Text(en: "border", zh: "填充宽度"), default: Size(0)), returns: aLayer,
      example: "return nn.AvgPool2d(2)"
    ) { kernel, stride, padding in
      Network(try AvgPool2d(kernel.pair, stride: stride?.pair, padding: padding.pair))
    },
    Function(
      "nn.AdaptiveAvgPool2d",
      Text(en: "means of cells that cover the image, whatever its size", zh: "自适应平均池化，输出尺寸固定"),
      .positional("size", Size.self, Text(en: "rows and columns of cells", zh: "输出的行数与列数"), default: Size(1)),
      returns: aLayer, example: "return nn.AdaptiveAvgPool2d(1)"
    ) { size in Network(try AdaptiveAvgPool2d(size.pair)) },
    Function(
      "nn.Upsample", Text(en: "images enlarged by whole factors", zh: "按整数倍放大图像"),
      .positional("factor", Size.self, Text(en: "how many times", zh: "放大倍数"), default: Size(2)),
      .option(
        "mode", Upsampling.self, Text(en: "how values in between are found", zh: "插值方式"), default: .nearest),
      returns: aLayer, example: "return nn.Upsample(2, { mode = \"bilinear\" })"
    ) { factor, mode in Network(try Upsample(factor.pair, mode: mode)) },
    Function(
      "nn.Normalize", Text(en: "(x - mean) / std, channel by channel", zh: "逐通道标准化 (x - mean) / std"),
      .requiredOption("mean", [Double].self, Text(en: "of each channel, or one for all", zh: "各通道均值，或一个数")),
      .requiredOption("std", [Double].self, Text(en: "of each channel, or one for all", zh: "各通道标准差，或一个数")),
      returns: aLayer, example: "return nn.Normalize { mean = { 0.5 }, std = { 0.25 } }"
    ) { mean, std in Network(try Normalize(mean: mean, deviation: std)) },
  ]
}

private func plain(_ name: String, _ summary: Text, _ make: @escaping () -> any Layer) -> Function {
  Function(name, summary, returns: aLayer, example: "return \(name)()") { () throws -> Network in
    Network(make())
  }
}
