internal import Exchange
public import Tensors

/// The values of a sample in another shape; one size may be -1, which is then worked out: process values
/// [features] to a series [length, channels], for instance.
public final class Reshape: Layer {
  public static let kind = "Reshape"
  let target: Shape

  public init(_ target: Shape) throws {
    for size in target where size != -1 { try LayerFault.check(Self.kind, "shape", size, in: 1...65_536) }
    guard !target.isEmpty, target.count <= 4, target.count(where: { $0 == -1 }) <= 1 else {
      throw LayerFault.setting(
        Self.kind, "shape", target.text, en: "1 to 4 sizes, one of which may be -1",
        zh: "1 到 4 个尺寸，其中一个可为 -1")
    }
    self.target = target
  }

  public convenience init(settings: Settings, parts: [any Layer]) throws {
    try self.init(settings.doubles("shape").map { Int($0) })
  }

  public var settings: Settings {
    Settings([("shape", .array(target.map(JSON.int)))], positional: ["shape"])
  }

  public func build(_ input: Shape, _ blueprint: Blueprint) throws -> Shape {
    let known = target.filter { $0 != -1 }.elementCount
    guard input.elementCount % known == 0, target.contains(-1) || input.elementCount == known else {
      throw LayerFault.input(
        self, input, en: "values that fill \(target.text)", zh: "能填满 \(target.text) 的输入",
        try: "nn.Reshape { -1, \(target.last.map { $0 > 0 && input.elementCount % $0 == 0 ? $0 : 1 } ?? 1) }")
    }
    return target.map { $0 == -1 ? input.elementCount / known : $0 }
  }

  public func forward(_ x: Tensor, _ pass: ForwardPass) throws -> Tensor {
    let sample = Shape(x.shape.dropFirst()).elementCount
    let known = target.filter { $0 != -1 }.elementCount
    return try x.reshaped([x.shape[0]] + target.map { $0 == -1 ? sample / known : $0 })
  }
}
