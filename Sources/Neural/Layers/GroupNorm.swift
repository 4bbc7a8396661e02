internal import Exchange
public import Tensors

/// Group normalisation (Wu and He, 2018): the channels of each sample in groups, whatever the other samples of the
/// batch are, so that it does as well with small batches. [.., channels] keeps its shape.
public final class GroupNorm: Layer {
  public static let kind = "GroupNorm"
  let groups: Int
  let epsilon: Double
  private var gamma: Tensor?
  private var beta: Tensor?

  public init(_ groups: Int, epsilon: Double = 1e-5) throws {
    try LayerFault.check(Self.kind, "groups", groups, in: 1...65_536)
    self.groups = groups
    self.epsilon = epsilon
  }

  public convenience init(settings: Settings, parts: [any Layer]) throws {
    try self.init(settings.int("groups"), epsilon: settings.double("epsilon"))
  }

  public var settings: Settings {
    Settings(
      [("groups", .int(groups)), ("epsilon", .double(epsilon))], positional: ["groups"],
      defaults: ["epsilon": .double(1e-5)])
  }

  public var weights: [Weight] {
    guard let gamma, let beta else { return [] }
    return [Weight(name: "gamma", tensor: gamma), Weight(name: "beta", tensor: beta)]
  }

  public func build(_ input: Shape, _ blueprint: Blueprint) throws -> Shape {
    guard let channels = input.last, channels % groups == 0 else {
      let divisor = (1...groups).last { (input.last ?? 1) % $0 == 0 } ?? 1
      throw LayerFault.input(
        self, input, en: "channels in \(groups) equal groups", zh: "可分为 \(groups) 组的通道",
        try: "nn.GroupNorm(\(divisor))")
    }
    if let gamma {
      guard gamma.count == channels else { throw LayerFault.changed(self, input, gamma.shape) }
    } else {
      gamma = Tensor.ones([channels]).parameter()
      beta = Tensor.zeros([channels]).parameter()
    }
    return input
  }

  public func forward(_ x: Tensor, _ pass: ForwardPass) throws -> Tensor {
    try x.groupNorm(gamma.built, beta.built, groups: groups, epsilon: Float(epsilon))
  }
}
