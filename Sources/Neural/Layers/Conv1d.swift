internal import Exchange
public import Tensors

/// Convolution along a series, [length, channels] to [out length, filters].
///
/// Output length = floor((length + 2 padding - dilation (kernel - 1) - 1) / stride) + 1; with padding "same" it is
/// length / stride, rounded up.
public final class Conv1d: Layer {
  public static let kind = "Conv1d"
  let filters: Int
  let kernel: Int
  let convolution: Convolution
  let hasBias: Bool
  private var weight: Tensor?
  private var bias: Tensor?

  /// - Parameter padding: numbers on both sides, or nil for "same".
  public init(
    _ filters: Int, kernel: Int = 3, stride: Int = 1, padding: Int? = 0, dilation: Int = 1, groups: Int = 1,
    bias: Bool = true
  ) throws {
    try LayerFault.check(Self.kind, "filters", filters, in: 1...65_536)
    try LayerFault.check(Self.kind, "groups", groups, in: 1...65_536)
    for (name, value) in [("kernel", kernel), ("stride", stride), ("dilation", dilation)] {
      try LayerFault.check(Self.kind, name, value, in: 1...1024)
    }
    if let padding { try LayerFault.check(Self.kind, "padding", padding, in: 0...1024) }
    guard filters % groups == 0 else {
      throw LayerFault.setting(
        Self.kind, "groups", "\(groups)", en: "a divisor of \(filters) filters", zh: "滤波器数 \(filters) 的因数")
    }
    self.filters = filters
    self.kernel = kernel
    hasBias = bias
    convolution = Convolution(
      stride: (1, stride), padding: padding.map { .exact(0, $0) } ?? .same, dilation: (1, dilation),
      groups: groups)
  }

  public convenience init(settings: Settings, parts: [any Layer]) throws {
    try self.init(
      settings.int("filters"), kernel: settings.int("kernel"), stride: settings.int("stride"),
      padding: settings["padding"]?.string == "same" ? nil : settings.int("padding"),
      dilation: settings.int("dilation"), groups: settings.int("groups"), bias: settings.bool("bias"))
  }

  public var settings: Settings {
    let padding: JSON =
      switch convolution.padding {
      case .same: .string("same")
      case .exact(_, let size): .int(size)
      }
    return Settings(
      [
        ("filters", .int(filters)), ("kernel", .int(kernel)), ("stride", .int(convolution.stride.1)),
        ("padding", padding), ("dilation", .int(convolution.dilation.1)),
        ("groups", .int(convolution.groups)), ("bias", .bool(hasBias)),
      ], positional: ["filters"],
      defaults: [
        "stride": .int(1), "padding": .int(0), "dilation": .int(1), "groups": .int(1), "bias": .bool(true),
      ])
  }

  public var weights: [Weight] {
    [weight.map { Weight(name: "weight", tensor: $0) }, bias.map { Weight(name: "bias", tensor: $0) }]
      .compactMap { $0 }
  }

  public func build(_ input: Shape, _ blueprint: Blueprint) throws -> Shape {
    guard input.count == 2 else { throw LayerFault.series(self, input) }
    guard input[1] % convolution.groups == 0 else {
      throw LayerFault.input(
        self, input, en: "channels in \(convolution.groups) equal groups",
        zh: "可分为 \(convolution.groups) 组的通道", try: "nn.Conv1d { \(filters), kernel = \(kernel) }")
    }
    let shape = [kernel, input[1] / convolution.groups, filters]
    if let weight {
      guard weight.shape == shape else { throw LayerFault.changed(self, input, weight.shape) }
    } else {
      weight = try blueprint.kaiming(shape, fanIn: shape[0] * shape[1])
      bias = hasBias ? Tensor.zeros([filters]).parameter() : nil
    }
    let length = convolution.outputLength(input[0], kernel: kernel)
    guard length > 0 else {
      throw LayerFault.input(
        self, input, en: "at least the kernel's length", zh: "不短于卷积核的长度",
        try: "nn.Conv1d { \(filters), kernel = \(kernel), padding = \"same\" }")
    }
    return [length, filters]
  }

  public func forward(_ x: Tensor, _ pass: ForwardPass) throws -> Tensor {
    try x.conv1d(weight.built, bias: bias, convolution)
  }

  public func multiplyAdds(_ input: Shape, _ output: Shape) -> Int {
    output.elementCount * kernel * (input[1] / convolution.groups)
  }
}
