internal import Exchange
public import Tensors

/// The mean of each of rows by columns cells that cover the image, whatever its size:
/// [height, width, channels] to [rows, columns, channels].
public final class AdaptiveAvgPool2d: Layer {
  public static let kind = "AdaptiveAvgPool2d"
  let size: (Int, Int)

  public init(_ size: (Int, Int) = (1, 1)) throws {
    try LayerFault.check(Self.kind, "size", size.0, in: 1...65_536)
    try LayerFault.check(Self.kind, "size", size.1, in: 1...65_536)
    self.size = size
  }

  public convenience init(settings: Settings, parts: [any Layer]) throws {
    try self.init(settings.pair("size"))
  }

  public var settings: Settings { Settings([("size", .pair(size))], positional: ["size"]) }

  public func build(_ input: Shape, _ blueprint: Blueprint) throws -> Shape {
    guard input.count == 3 else { throw LayerFault.image(self, input) }
    guard input[0] >= size.0, input[1] >= size.1 else {
      throw LayerFault.input(
        self, input, en: "an image of at least that size", zh: "不小于该尺寸的图像")
    }
    return [size.0, size.1, input[2]]
  }

  public func forward(_ x: Tensor, _ pass: ForwardPass) throws -> Tensor {
    try x.adaptiveAveragePool2d(size.0, size.1)
  }
}
