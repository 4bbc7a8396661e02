internal import Exchange
public import Tensors

/// A window that slides along a series and makes one value of each place it stops at, channel by channel:
/// [length, channels] to [out length, channels].
///
/// Output length = floor((length - kernel) / stride) + 1.
public class Pool1d {
  /// The window's length; nil for the whole series.
  let kernel: Int?
  let stride: Int?

  /// - Parameters:
  ///   - kernel: the whole series when nil, of which one value remains.
  ///   - stride: the window's own length when nil.
  public init(_ kernel: Int? = nil, stride: Int? = nil) throws {
    for (name, value) in [("kernel", kernel), ("stride", stride)] {
      if let value { try LayerFault.check("Pool1d", name, value, in: 1...65_536) }
    }
    self.kernel = kernel
    self.stride = stride
  }

  public required convenience init(settings: Settings, parts: [any Layer]) throws {
    try self.init(settings["kernel"]?.int, stride: settings["stride"]?.int)
  }

  public var settings: Settings {
    Settings(
      [("kernel", kernel.map(JSON.int) ?? .null), ("stride", stride.map(JSON.int) ?? .null)],
      positional: ["kernel"])
  }

  func pooling(_ length: Int) -> Pooling {
    let size = kernel ?? length
    return Pooling(kernel: (1, size), stride: (1, stride ?? size))
  }

  func outputShape(_ layer: any Layer, _ input: Shape) throws -> Shape {
    guard input.count == 2 else { throw LayerFault.series(layer, input) }
    let (_, length) = pooling(input[0]).outputSize(1, input[0])
    guard length > 0 else {
      throw LayerFault.input(
        layer, input, en: "at least the window's length", zh: "不短于窗口的长度",
        try: "nn.\(type(of: layer).kind)(\(max(1, input[0])))")
    }
    return [length, input[1]]
  }

  func pooled(_ x: Tensor, _ pool: (Tensor, Pooling) throws -> Tensor) throws -> Tensor {
    let row = try x.reshaped([x.shape[0], 1, x.shape[1], x.shape[2]])
    let result = try pool(row, pooling(x.shape[1]))
    return try result.reshaped([x.shape[0], result.shape[2], x.shape[2]])
  }
}

/// The greatest value in each window.
public final class MaxPool1d: Pool1d, Layer {
  public static let kind = "MaxPool1d"

  public func build(_ input: Shape, _ blueprint: Blueprint) throws -> Shape { try outputShape(self, input) }

  public func forward(_ x: Tensor, _ pass: ForwardPass) throws -> Tensor {
    try pooled(x) { try $0.maxPool2d($1) }
  }
}

/// The mean of each window.
public final class AvgPool1d: Pool1d, Layer {
  public static let kind = "AvgPool1d"

  public func build(_ input: Shape, _ blueprint: Blueprint) throws -> Shape { try outputShape(self, input) }

  public func forward(_ x: Tensor, _ pass: ForwardPass) throws -> Tensor {
    try pooled(x) { try $0.averagePool2d($1) }
  }
}
