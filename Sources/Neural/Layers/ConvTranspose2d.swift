internal import Exchange
public import Tensors

/// Transposed convolution, which enlarges images: [height, width, channels] to [out height, out width, filters]
/// (Dumoulin and Visin, 2016).
///
/// Output height = (height - 1) stride - 2 padding + dilation (kernel - 1) + 1 + output padding, width likewise;
/// with padding "same" it is height times stride.
public final class ConvTranspose2d: Layer {
  public static let kind = "ConvTranspose2d"
  let filters: Int
  let kernel: (Int, Int)
  let convolution: Convolution
  let extra: (Int, Int)
  let hasBias: Bool
  private var weight: Tensor?
  private var bias: Tensor?

  public init(
    _ filters: Int, kernel: (Int, Int) = (2, 2), stride: (Int, Int) = (2, 2),
    padding: Convolution.Padding = .exact(0, 0), outputPadding: (Int, Int) = (0, 0),
    dilation: (Int, Int) = (1, 1), groups: Int = 1, bias: Bool = true
  ) throws {
    try LayerFault.check(Self.kind, "filters", filters, in: 1...65_536)
    try LayerFault.check(Self.kind, "groups", groups, in: 1...65_536)
    for (name, pair) in [("kernel", kernel), ("stride", stride), ("dilation", dilation)] {
      try LayerFault.check(Self.kind, name, pair.0, in: 1...1024)
      try LayerFault.check(Self.kind, name, pair.1, in: 1...1024)
    }
    if case .exact(let rows, let columns) = padding {
      try LayerFault.check(Self.kind, "padding", rows, in: 0...1024)
      try LayerFault.check(Self.kind, "padding", columns, in: 0...1024)
    }
    try LayerFault.check(Self.kind, "output_padding", outputPadding.0, in: 0...stride.0 - 1)
    try LayerFault.check(Self.kind, "output_padding", outputPadding.1, in: 0...stride.1 - 1)
    guard filters % groups == 0 else {
      throw LayerFault.setting(
        Self.kind, "groups", "\(groups)", en: "a divisor of \(filters) filters", zh: "滤波器数 \(filters) 的因数")
    }
    self.filters = filters
    self.kernel = kernel
    extra = outputPadding
    hasBias = bias
    convolution = Convolution(stride: stride, padding: padding, dilation: dilation, groups: groups)
  }

  public convenience init(settings: Settings, parts: [any Layer]) throws {
    try self.init(
      settings.int("filters"), kernel: settings.pair("kernel"), stride: settings.pair("stride"),
      padding: settings.padding("padding"), outputPadding: settings.pair("output_padding"),
      dilation: settings.pair("dilation"), groups: settings.int("groups"), bias: settings.bool("bias"))
  }

  public var settings: Settings {
    Settings(
      [
        ("filters", .int(filters)), ("kernel", .pair(kernel)), ("stride", .pair(convolution.stride)),
        ("padding", .padding(convolution.padding)), ("output_padding", .pair(extra)),
        ("dilation", .pair(convolution.dilation)), ("groups", .int(convolution.groups)),
        ("bias", .bool(hasBias)),
      ], positional: ["filters"],
      defaults: [
        "padding": .pair((0, 0)), "output_padding": .pair((0, 0)), "dilation": .pair((1, 1)),
        "groups": .int(1), "bias": .bool(true),
      ])
  }

  public var weights: [Weight] {
    [weight.map { Weight(name: "weight", tensor: $0) }, bias.map { Weight(name: "bias", tensor: $0) }]
      .compactMap { $0 }
  }

  public func build(_ input: Shape, _ blueprint: Blueprint) throws -> Shape {
    guard input.count == 3 else { throw LayerFault.image(self, input) }
    guard input[2] % convolution.groups == 0 else {
      throw LayerFault.input(
        self, input, en: "channels in \(convolution.groups) equal groups",
        zh: "可分为 \(convolution.groups) 组的通道", try: "nn.ConvTranspose2d { \(filters), kernel = 2, stride = 2 }"
      )
    }
    let shape = [kernel.0, kernel.1, filters / convolution.groups, input[2]]
    if let weight {
      guard weight.shape == shape else { throw LayerFault.changed(self, input, weight.shape) }
    } else {
      // Each value of the output is made from about that many of the input.
      let reached =
        kernel.0 * kernel.1 * input[2] / (convolution.groups * convolution.stride.0 * convolution.stride.1)
      weight = try blueprint.kaiming(shape, fanIn: reached)
      bias = hasBias ? Tensor.zeros([filters]).parameter() : nil
    }
    let (height, width) = convolution.transposedSize(input[0], input[1], kernel: kernel, extra: extra)
    guard 1...65_536 ~= height, 1...65_536 ~= width else {
      throw LayerFault.input(
        self, input, en: "an image that becomes 1 to 65536 pixels high and wide (now \(height) x \(width))",
        zh: "放大后高宽在 1 到 65536 像素之内的图像（现为 \(height) x \(width)）",
        try: "nn.ConvTranspose2d { \(filters), kernel = 2, stride = 2 }")
    }
    return [height, width, filters]
  }

  public func forward(_ x: Tensor, _ pass: ForwardPass) throws -> Tensor {
    try x.convTranspose2d(weight.built, bias: bias, convolution, extra: extra)
  }

  public func multiplyAdds(_ input: Shape, _ output: Shape) -> Int {
    input.elementCount * kernel.0 * kernel.1 * (filters / convolution.groups)
  }
}
