internal import Exchange
public import Tensors

/// The block of MobileNetV2 (Sandler et al., 2018): a 1x1 convolution that widens the channels `expansion` times, a
/// depthwise convolution, and a 1x1 convolution without activation that narrows them again; the input is added
/// where the shape is kept. [height, width, channels] to [height / stride, width / stride, filters], rounded up.
public final class InvertedResidual: Layer {
  public static let kind = "InvertedResidual"
  let filters: Int
  let kernel: Int
  let stride: Int
  let expansion: Int
  let activation: ActivationKind
  private var body: (any Layer)?

  /// - Parameter expansion: 1 leaves the first convolution out.
  public init(
    _ filters: Int, kernel: Int = 3, stride: Int = 1, expansion: Int = 6, activation: ActivationKind = .relu6
  ) throws {
    try LayerFault.check(Self.kind, "filters", filters, in: 1...65_536)
    try LayerFault.check(Self.kind, "kernel", kernel, in: 1...15)
    try LayerFault.check(Self.kind, "stride", stride, in: 1...8)
    try LayerFault.check(Self.kind, "expansion", expansion, in: 1...16)
    self.filters = filters
    self.kernel = kernel
    self.stride = stride
    self.expansion = expansion
    self.activation = activation
  }

  public convenience init(settings: Settings, parts: [any Layer]) throws {
    try self.init(
      settings.int("filters"), kernel: settings.int("kernel"), stride: settings.int("stride"),
      expansion: settings.int("expansion"), activation: settings.choice("activation"))
    body = parts.first
  }

  public var settings: Settings {
    Settings(
      [
        ("filters", .int(filters)), ("kernel", .int(kernel)), ("stride", .int(stride)),
        ("expansion", .int(expansion)), ("activation", .string(activation.rawValue)),
      ], positional: ["filters"],
      defaults: [
        "kernel": .int(3), "stride": .int(1), "expansion": .int(6),
        "activation": .string(ActivationKind.relu6.rawValue),
      ])
  }

  public var parts: [any Layer] { body.map { [$0] } ?? [] }

  /// Without the parts, which were made for a number of channels.
  public func remade() throws -> any Layer { try Self(settings: settings, parts: []) }

  public func build(_ input: Shape, _ blueprint: Blueprint) throws -> Shape {
    guard input.count == 3 else { throw LayerFault.image(self, input) }
    let layers = try body ?? block(channels: input[2])
    body = layers
    return try blueprint.build(layers, input)
  }

  private func block(channels: Int) throws -> any Layer {
    let wide = channels * expansion
    var layers: [any Layer] = []
    if expansion > 1 {
      layers += [try Conv2d(wide, kernel: (1, 1), bias: false), BatchNorm2d(), activation.layer]
    }
    layers += [
      try Conv2d(
        wide, kernel: (kernel, kernel), stride: (stride, stride), padding: .same, groups: wide, bias: false),
      BatchNorm2d(), activation.layer, try Conv2d(filters, kernel: (1, 1), bias: false), BatchNorm2d(),
    ]
    let keepsShape = stride == 1 && channels == filters
    return keepsShape ? Residual(layers, relu: false) : Sequential(layers)
  }

  public func forward(_ x: Tensor, _ pass: ForwardPass) throws -> Tensor { try body.built.forward(x, pass) }
}

/// The function between the convolutions of a block.
public enum ActivationKind: String, CaseIterable, Sendable {
  case relu, relu6, silu, hardswish, gelu

  var layer: any Layer {
    switch self {
    case .relu: ReLU()
    case .relu6: ReLU6()
    case .silu: SiLU()
    case .hardswish: Hardswish()
    case .gelu: GELU()
    }
  }
}
