internal import Exchange
internal import Report
public import Tensors

/// Zeroes values at random while training (Srivastava et al., 2014); does nothing afterwards.
public final class Dropout: Layer {
  public static let kind = "Dropout"
  let rate: Double

  public init(_ rate: Double = 0.5) throws {
    guard 0 <= rate, rate < 1 else {
      throw LayerFault.setting(
        Self.kind, "rate", rate.significant(), en: "0 up to below 1", zh: "0 到 1（不含 1）")
    }
    self.rate = rate
  }

  public convenience init(settings: Settings, parts: [any Layer]) throws {
    try self.init(settings.double("rate"))
  }

  public var settings: Settings { Settings([("rate", .double(rate))], positional: ["rate"]) }

  public func build(_ input: Shape, _ blueprint: Blueprint) throws -> Shape { input }

  public func forward(_ x: Tensor, _ pass: ForwardPass) throws -> Tensor {
    pass.isTraining && rate > 0 ? x.dropout(Float(rate), seed: pass.seed, salt: pass.nextSalt()) : x
  }
}
