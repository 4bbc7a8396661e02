internal import Exchange
public import Tensors

/// x where it is positive, else slope · x (Maas et al., 2013).
public final class LeakyReLU: Layer {
  public static let kind = "LeakyReLU"
  let slope: Double

  public init(slope: Double = 0.01) { self.slope = slope }

  public init(settings: Settings, parts: [any Layer]) throws { slope = try settings.double("slope") }

  public var settings: Settings { Settings([("slope", .double(slope))], defaults: ["slope": .double(0.01)]) }

  public func build(_ input: Shape, _ blueprint: Blueprint) throws -> Shape { input }

  public func forward(_ x: Tensor, _ pass: ForwardPass) throws -> Tensor { x.leakyRelu(Float(slope)) }
}
