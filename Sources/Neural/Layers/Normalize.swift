internal import Exchange
public import Tensors

/// (x - mean) / std over the last axis, with numbers that are given and stay: one for all, or one for each
/// channel.
public final class Normalize: Layer {
  public static let kind = "Normalize"
  let mean: [Double]
  let deviation: [Double]

  public init(mean: [Double], deviation: [Double]) throws {
    guard !mean.isEmpty, mean.count == deviation.count, deviation.allSatisfy({ $0 > 0 }) else {
      throw LayerFault.setting(
        Self.kind, "std", JSON.array(deviation.map(JSON.double)).typed,
        en: "positive numbers, as many as mean has", zh: "与 mean 个数相同的正数")
    }
    self.mean = mean
    self.deviation = deviation
  }

  public convenience init(settings: Settings, parts: [any Layer]) throws {
    try self.init(mean: settings.doubles("mean"), deviation: settings.doubles("std"))
  }

  public var settings: Settings {
    Settings([("mean", .array(mean.map(JSON.double))), ("std", .array(deviation.map(JSON.double)))])
  }

  public func build(_ input: Shape, _ blueprint: Blueprint) throws -> Shape {
    guard mean.count == 1 || input.last == mean.count else {
      throw LayerFault.input(self, input, en: "\(mean.count) channels", zh: "\(mean.count) 个通道")
    }
    return input
  }

  public func forward(_ x: Tensor, _ pass: ForwardPass) throws -> Tensor {
    let scale = Tensor(deviation.map { Float(1 / $0) })
    let shift = Tensor(zip(mean, deviation).map { Float(-$0 / $1) })
    return try x * scale + shift
  }
}
