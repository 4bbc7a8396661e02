internal import LuaBridge
internal import Neural
internal import Report

private let aLayer = Text(en: "a layer", zh: "层")

/// Layers for series, [length, channels].
var seriesLayers: [any Item] {
  [
    Function(
      "nn.Conv1d", Text(en: "convolution along a series", zh: "一维卷积层，沿序列方向"),
      .required("filters", Int.self, Text(en: "channels of the output", zh: "输出通道数"), in: 1...65_536),
      .option("kernel", Int.self, Text(en: "length of the kernel", zh: "卷积核长度"), default: 3, in: 1...1024),
      .option("stride", Int.self, Text(en: "step of the kernel", zh: "步长"), default: 1, in: 1...1024),
      .option(
        "padding", SeriesPadding.self, Text(en: "zeros on both sides, or \"same\"", zh: "两端补零个数，或 \"same\""),
        default: SeriesPadding(0)),
      .option(
        "dilation", Int.self, Text(en: "distance between taps of the kernel", zh: "空洞间隔"), default: 1,
        in: 1...1024),
      .option(
        "groups", Int.self, Text(en: "groups of channels kept apart", zh: "分组数"), default: 1, in: 1...65_536),
      .option("bias", Bool.self, Text(en: "whether a bias is added", zh: "是否加偏置"), default: true),
      returns: aLayer, example: "return nn.Conv1d { 16, kernel = 5, padding = \"same\" }"
    ) { filters, kernel, stride, padding, dilation, groups, bias in
      Network(
        try Conv1d(
          filters, kernel: kernel, stride: stride, padding: padding.size, dilation: dilation, groups: groups,
          bias: bias))
    },
    pool("nn.MaxPool1d", Text(en: "the greatest value in each window of a series", zh: "序列的最大池化")) {
      try MaxPool1d($0, stride: $1)
    },
    pool("nn.AvgPool1d", Text(en: "the mean of each window of a series", zh: "序列的平均池化")) {
      try AvgPool1d($0, stride: $1)
    },
    recurrent("nn.GRU", Text(en: "gated recurrent units, along a series", zh: "门控循环单元（GRU），沿序列方向")) {
      try GRU($0, sequence: $1)
    },
    recurrent("nn.LSTM", Text(en: "long short-term memory, along a series", zh: "长短期记忆网络（LSTM），沿序列方向")) {
      try LSTM($0, sequence: $1)
    },
    Function(
      "nn.Embedding", Text(en: "a learned vector for each whole number", zh: "嵌入层：每个整数对应一个可学习向量"),
      .required("count", Int.self, Text(en: "numbers 1 .. count", zh: "整数范围 1 .. count"), in: 1...1_048_576),
      .requiredOption("width", Int.self, Text(en: "size of the vectors", zh: "向量长度"), in: 1...65_536),
      returns: aLayer, example: "return nn.Embedding { 12, width = 4 }"
    ) { count, width in Network(try Embedding(count, width: width)) },
    Function(
      "nn.PositionalEncoding",
      Text(en: "adds where each place of a series stands", zh: "位置编码：加上序列中各处的位置"), returns: aLayer,
      example: "return nn.PositionalEncoding()"
    ) { () throws -> Network in Network(PositionalEncoding()) },
    Function(
      "nn.MultiHeadAttention", Text(en: "self-attention over a series", zh: "多头自注意力层"),
      .required("heads", Int.self, Text(en: "a divisor of the width", zh: "头数，须为宽度的因数"), in: 1...1024),
      .option(
        "causal", Bool.self, Text(en: "whether later places are hidden", zh: "是否屏蔽后面的位置"), default: false),
      .option("bias", Bool.self, Text(en: "whether biases are added", zh: "是否加偏置"), default: true),
      returns: aLayer, example: "return nn.MultiHeadAttention { 4, causal = true }"
    ) { heads, causal, bias in Network(try MultiHeadAttention(heads, causal: causal, bias: bias)) },
  ]
}

private func pool(
  _ name: String, _ summary: Text, _ make: @escaping (Int?, Int?) throws -> any Layer
) -> Function {
  Function(
    name, summary,
    .positional("kernel", Int.self, Text(en: "length; the whole series when left out", zh: "窗口长度；省略时为整个序列")),
    .optional(
      "stride", Int.self, Text(en: "step; the window's length when left out", zh: "步长；省略时同窗口"), in: 1...65_536
    ),
    returns: aLayer, example: "return \(name)(2)"
  ) { kernel, stride in Network(try make(kernel, stride)) }
}

private func recurrent(
  _ name: String, _ summary: Text, _ make: @escaping (Int, Bool) throws -> any Layer
) -> Function {
  Function(
    name, summary, .required("size", Int.self, Text(en: "numbers in the state", zh: "状态的大小"), in: 1...16_384),
    .option(
      "sequence", Bool.self,
      Text(en: "the states of all steps, not the last alone", zh: "是否输出每一步的状态，而非只输出最后一步"),
      default: false), returns: aLayer, example: "return \(name) { 32, sequence = true }"
  ) { size, sequence in Network(try make(size, sequence)) }
}

/// Zeros at both ends of a series: a number, or "same".
private struct SeriesPadding: LuaReadable, CustomStringConvertible {
  /// nil for "same".
  let size: Int?

  init(_ size: Int?) { self.size = size }

  static var luaKind: LuaKind {
    LuaKind(Text(en: "integer or \"same\"", zh: "整数或 \"same\""), plural: "integers or \"same\"")
  }

  static func read(_ state: LuaState, _ index: Int32) throws -> SeriesPadding? {
    if let size = Int.read(state, index) { return SeriesPadding(size) }
    return String.read(state, index) == "same" ? SeriesPadding(nil) : nil
  }

  var description: String { size.map(String.init) ?? "\"same\"" }
}
