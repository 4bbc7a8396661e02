internal import Exchange
public import Tensors

/// A depthwise-separable convolution (Chollet, 2017): a kernel for each channel, then a 1x1 convolution that mixes
/// the channels. [height, width, channels] to [out height, out width, filters], at about 1 / kernel² of the
/// multiply-adds of a full convolution.
///
/// Output height is that of `Conv2d`.
public final class SeparableConv2d: Layer {
  public static let kind = "SeparableConv2d"
  let filters: Int
  let kernel: (Int, Int)
  let stride: (Int, Int)
  let padding: Convolution.Padding
  let hasBias: Bool
  private var body: Sequential?

  public init(
    _ filters: Int, kernel: (Int, Int) = (3, 3), stride: (Int, Int) = (1, 1),
    padding: Convolution.Padding = .same, bias: Bool = true
  ) throws {
    // The convolutions that it is made of know the ranges.
    _ = try Conv2d(filters, kernel: kernel, stride: stride, padding: padding)
    self.filters = filters
    self.kernel = kernel
    self.stride = stride
    self.padding = padding
    hasBias = bias
  }

  public convenience init(settings: Settings, parts: [any Layer]) throws {
    try self.init(
      settings.int("filters"), kernel: settings.pair("kernel"), stride: settings.pair("stride"),
      padding: settings.padding("padding"), bias: settings.bool("bias"))
    body = parts.first as? Sequential
  }

  public var settings: Settings {
    Settings(
      [
        ("filters", .int(filters)), ("kernel", .pair(kernel)), ("stride", .pair(stride)),
        ("padding", .padding(padding)), ("bias", .bool(hasBias)),
      ], positional: ["filters"],
      defaults: ["stride": .pair((1, 1)), "padding": .string("same"), "bias": .bool(true)])
  }

  public var parts: [any Layer] { body.map { [$0] } ?? [] }

  /// Without the parts, which were made for a number of channels.
  public func remade() throws -> any Layer { try Self(settings: settings, parts: []) }

  public func build(_ input: Shape, _ blueprint: Blueprint) throws -> Shape {
    guard input.count == 3 else { throw LayerFault.image(self, input) }
    let layers =
      try body
      ?? Sequential([
        Conv2d(
          input[2], kernel: kernel, stride: stride, padding: padding, groups: input[2], bias: false),
        Conv2d(filters, kernel: (1, 1), bias: hasBias),
      ])
    body = layers
    return try blueprint.build(layers, input)
  }

  public func forward(_ x: Tensor, _ pass: ForwardPass) throws -> Tensor { try body.built.forward(x, pass) }
}
