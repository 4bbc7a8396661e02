internal import Exchange
public import Tensors

/// Two-dimensional convolution, [height, width, channels] to [out height, out width, filters].
///
/// Output height = floor((height + 2 padding - dilation (kernel - 1) - 1) / stride) + 1, width likewise; with
/// padding "same" it is height / stride, rounded up.
public final class Conv2d: Layer {
  public static let kind = "Conv2d"
  let filters: Int
  let kernel: (Int, Int)
  let convolution: Convolution
  let hasBias: Bool
  private var weight: Tensor?
  private var bias: Tensor?

  public init(
    _ filters: Int, kernel: (Int, Int) = (3, 3), stride: (Int, Int) = (1, 1),
    padding: Convolution.Padding = .exact(0, 0), dilation: (Int, Int) = (1, 1), groups: Int = 1,
    bias: Bool = true
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
    guard filters % groups == 0 else {
      throw LayerFault.setting(
        Self.kind, "groups", "\(groups)", en: "a divisor of \(filters) filters", zh: "滤波器数 \(filters) 的因数")
    }
    self.filters = filters
    self.kernel = kernel
    self.hasBias = bias
    convolution = Convolution(stride: stride, padding: padding, dilation: dilation, groups: groups)
  }

  public convenience init(settings: Settings, parts: [any Layer]) throws {
    try self.init(
      settings.int("filters"), kernel: settings.pair("kernel"), stride: settings.pair("stride"),
      padding: settings.padding("padding"), dilation: settings.pair("dilation"),
      groups: settings.int("groups"),
      bias: settings.bool("bias"))
  }

  public var settings: Settings {
    Settings(
      [
        ("filters", .int(filters)), ("kernel", .pair(kernel)), ("stride", .pair(convolution.stride)),
        ("padding", .padding(convolution.padding)), ("dilation", .pair(convolution.dilation)),
        ("groups", .int(convolution.groups)),
        ("bias", .bool(hasBias)),
      ], positional: ["filters"],
      defaults: [
        "stride": .pair((1, 1)), "padding": .pair((0, 0)), "dilation": .pair((1, 1)), "groups": .int(1),
        "bias": .bool(true),
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
        zh: "可分为 \(convolution.groups) 组的通道")
    }
    let shape = [kernel.0, kernel.1, input[2] / convolution.groups, filters]
    if let weight {
      guard weight.shape == shape else { throw LayerFault.changed(self, input, weight.shape) }
    } else {
      weight = try blueprint.kaiming(shape, fanIn: shape[0] * shape[1] * shape[2])
      bias = hasBias ? Tensor.zeros([filters]).parameter() : nil
    }
    let (height, width) = convolution.outputSize(input[0], input[1], kernel: kernel)
    guard height > 0, width > 0 else {
      throw LayerFault.input(
        self, input, en: "at least the kernel's size", zh: "不小于卷积核的尺寸",
        try: "nn.Conv2d { \(filters), kernel = { \(kernel.0), \(kernel.1) }, padding = \"same\" }")
    }
    return [height, width, filters]
  }

  public func forward(_ x: Tensor, _ pass: ForwardPass) throws -> Tensor { try forward(x, pass, Ending()) }

  public func multiplyAdds(_ input: Shape, _ output: Shape) -> Int {
    output.elementCount * kernel.0 * kernel.1 * (input[2] / convolution.groups)
  }
}

extension Conv2d: EndingLayer {
  func takes(_ ending: Ending, _ pass: ForwardPass) -> Bool { true }

  func forward(_ x: Tensor, _ pass: ForwardPass, _ ending: Ending) throws -> Tensor {
    try x.conv2d(
      weight.built, bias: bias, convolution, residual: ending.residual, ending.activation)
  }

  /// With the normalisation that follows folded into filters and bias.
  func forward(_ x: Tensor, folding norm: BatchNorm, _ ending: Ending) throws -> Tensor {
    let (scale, shift) = try norm.factors()
    return try x.conv2d(
      weight.built * scale, bias: bias.map { try $0 * scale + shift } ?? shift, convolution,
      residual: ending.residual, ending.activation)
  }
}

extension Optional {
  /// The weight, or the part, of a layer that has been built, as every layer has before its first batch.
  var built: Wrapped {
    guard let self else { preconditionFailure("a layer was used before it was built") }
    return self
  }
}
