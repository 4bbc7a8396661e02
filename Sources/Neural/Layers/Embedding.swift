internal import Exchange
public import Tensors

/// A learned vector for each whole number from 1 to `count`: stations, products or words. [..] to [.., width].
///
/// A number that is not among them is a fault where the values are at hand; inside a training it makes the loss no
/// number, and the fault names this layer.
public final class Embedding: Layer {
  public static let kind = "Embedding"
  let rows: Int
  let width: Int
  private var weight: Tensor?

  public init(_ count: Int, width: Int) throws {
    try LayerFault.check(Self.kind, "count", count, in: 1...1_048_576)
    try LayerFault.check(Self.kind, "width", width, in: 1...65_536)
    rows = count
    self.width = width
  }

  public convenience init(settings: Settings, parts: [any Layer]) throws {
    try self.init(settings.int("count"), width: settings.int("width"))
  }

  public var settings: Settings {
    Settings([("count", .int(rows)), ("width", .int(width))], positional: ["count"])
  }

  public var weights: [Weight] { weight.map { [Weight(name: "weight", tensor: $0)] } ?? [] }

  public func build(_ input: Shape, _ blueprint: Blueprint) throws -> Shape {
    guard input.count <= 3 else {
      throw LayerFault.input(
        self, input, en: "at most 3 axes of whole numbers", zh: "至多 3 个轴的整数", try: "nn.Flatten()")
    }
    if weight == nil { weight = try blueprint.normal([rows, width], deviation: 1) }
    return input + [width]
  }

  public func forward(_ x: Tensor, _ pass: ForwardPass) throws -> Tensor {
    try x.embedded(in: weight.built, countingFrom: 1)
  }
}
