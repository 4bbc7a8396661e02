internal import Exchange
public import Tensors

/// Images enlarged by whole factors: [height, width, channels] to [rows · height, columns · width, channels].
public final class Upsample: Layer {
  public static let kind = "Upsample"
  let factors: (Int, Int)
  let mode: Upsampling

  public init(_ factors: (Int, Int) = (2, 2), mode: Upsampling = .nearest) throws {
    try LayerFault.check(Self.kind, "factor", factors.0, in: 1...64)
    try LayerFault.check(Self.kind, "factor", factors.1, in: 1...64)
    self.factors = factors
    self.mode = mode
  }

  public convenience init(settings: Settings, parts: [any Layer]) throws {
    try self.init(settings.pair("factor"), mode: settings.choice("mode"))
  }

  public var settings: Settings {
    Settings(
      [("factor", .pair(factors)), ("mode", .string(mode.rawValue))], positional: ["factor"],
      defaults: ["mode": .string(Upsampling.nearest.rawValue)])
  }

  public func build(_ input: Shape, _ blueprint: Blueprint) throws -> Shape {
    guard input.count == 3 else { throw LayerFault.image(self, input) }
    let output = [input[0] * factors.0, input[1] * factors.1, input[2]]
    guard output[0] <= 65_536, output[1] <= 65_536 else {
      throw LayerFault.input(
        self, input, en: "an image whose enlargement is at most 65536 pixels high and wide",
        zh: "放大后高宽不超过 65536 像素的图像", try: "nn.Upsample(2)")
    }
    return output
  }

  public func forward(_ x: Tensor, _ pass: ForwardPass) throws -> Tensor {
    try x.upsampled(by: factors, mode)
  }
}
