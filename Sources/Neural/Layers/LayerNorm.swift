internal import Exchange
public import Tensors

/// Layer normalisation over the last axis (Ba, Kiros and Hinton, 2016); keeps the shape.
public final class LayerNorm: Layer {
  public static let kind = "LayerNorm"
  let epsilon: Double
  private var gamma: Tensor?
  private var beta: Tensor?

  public init(epsilon: Double = 1e-5) { self.epsilon = epsilon }

  public init(settings: Settings, parts: [any Layer]) throws { epsilon = try settings.double("epsilon") }

  public var settings: Settings {
    Settings([("epsilon", .double(epsilon))], defaults: ["epsilon": .double(1e-5)])
  }

  public var weights: [Weight] {
    guard let gamma, let beta else { return [] }
    return [Weight(name: "gamma", tensor: gamma), Weight(name: "beta", tensor: beta)]
  }

  public func build(_ input: Shape, _ blueprint: Blueprint) throws -> Shape {
    guard let columns = input.last else {
      throw LayerFault.input(self, input, en: "at least 1 axis", zh: "至少一个轴")
    }
    if let gamma {
      guard gamma.count == columns else { throw LayerFault.changed(self, input, gamma.shape) }
    } else {
      gamma = Tensor.ones([columns]).parameter()
      beta = Tensor.zeros([columns]).parameter()
    }
    return input
  }

  public func forward(_ x: Tensor, _ pass: ForwardPass) throws -> Tensor {
    try x.layerNorm(gamma.built, beta.built, epsilon: Float(epsilon))
  }
}
