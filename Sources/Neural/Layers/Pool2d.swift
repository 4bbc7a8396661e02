internal import Exchange
public import Tensors

/// A window that slides over the image and makes one value of each place it stops at, channel by channel.
///
/// Output height = floor((height + 2 padding - kernel) / stride) + 1, width likewise.
public class Pool2d {
  let pooling: Pooling

  /// - Parameter stride: the window's own size when nil.
  public init(_ kernel: (Int, Int), stride: (Int, Int)? = nil, padding: (Int, Int) = (0, 0)) throws {
    pooling = Pooling(kernel: kernel, stride: stride, padding: padding)
    for (name, pair) in [("kernel", kernel), ("stride", pooling.stride)] {
      try LayerFault.check("Pool2d", name, pair.0, in: 1...65_536)
      try LayerFault.check("Pool2d", name, pair.1, in: 1...65_536)
    }
    guard 0...kernel.0 / 2 ~= padding.0, 0...kernel.1 / 2 ~= padding.1 else {
      throw LayerFault.setting(
        "Pool2d", "padding", "\(max(padding.0, padding.1))", en: "at most half the kernel",
        zh: "不超过窗口的一半")
    }
  }

  public required convenience init(settings: Settings, parts: [any Layer]) throws {
    try self.init(
      settings.pair("kernel"), stride: settings.pair("stride"), padding: settings.pair("padding"))
  }

  public var settings: Settings {
    Settings(
      [
        ("kernel", .pair(pooling.kernel)), ("stride", .pair(pooling.stride)),
        ("padding", .pair(pooling.padding)),
      ], positional: ["kernel"],
      defaults: ["stride": .pair(pooling.kernel), "padding": .pair((0, 0))])
  }

  func outputShape(_ layer: any Layer, _ input: Shape) throws -> Shape {
    guard input.count == 3 else { throw LayerFault.image(layer, input) }
    let (height, width) = pooling.outputSize(input[0], input[1])
    guard height > 0, width > 0 else {
      throw LayerFault.input(
        layer, input, en: "at least the window's size", zh: "不小于窗口的尺寸",
        try: "nn.\(type(of: layer).kind) { \(max(1, min(input[0], input[1]))) }")
    }
    return [height, width, input[2]]
  }
}

/// The greatest value in each window.
public final class MaxPool2d: Pool2d, Layer {
  public static let kind = "MaxPool2d"

  public func build(_ input: Shape, _ blueprint: Blueprint) throws -> Shape { try outputShape(self, input) }

  public func forward(_ x: Tensor, _ pass: ForwardPass) throws -> Tensor { try x.maxPool2d(pooling) }
}

/// The mean of each window.
public final class AvgPool2d: Pool2d, Layer {
  public static let kind = "AvgPool2d"

  public func build(_ input: Shape, _ blueprint: Blueprint) throws -> Shape { try outputShape(self, input) }

  public func forward(_ x: Tensor, _ pass: ForwardPass) throws -> Tensor { try x.averagePool2d(pooling) }
}
