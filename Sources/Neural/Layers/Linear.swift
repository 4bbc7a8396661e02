internal import Exchange
public import Tensors

/// x W + b: [in] to [out], over the last axis.
public final class Linear: Layer {
  public static let kind = "Linear"
  /// nil: as many as the network has to say (classes, or values).
  let outputs: Int?
  let hasBias: Bool
  private var weight: Tensor?
  private var bias: Tensor?

  public init(_ outputs: Int?, bias: Bool = true) throws {
    if let outputs { try LayerFault.check(Self.kind, "outputs", outputs, in: 1...1_048_576) }
    self.outputs = outputs
    self.hasBias = bias
  }

  public convenience init(settings: Settings, parts: [any Layer]) throws {
    try self.init(
      settings["outputs"] == .null ? nil : settings.int("outputs"), bias: settings.bool("bias"))
  }

  public var settings: Settings {
    Settings(
      [("outputs", outputs.map(JSON.int) ?? .null), ("bias", .bool(hasBias))], positional: ["outputs"],
      defaults: ["bias": .bool(true)])
  }

  public var weights: [Weight] {
    [weight.map { Weight(name: "weight", tensor: $0) }, bias.map { Weight(name: "bias", tensor: $0) }]
      .compactMap { $0 }
  }

  public func build(_ input: Shape, _ blueprint: Blueprint) throws -> Shape {
    guard let inputs = input.last else {
      throw LayerFault.input(self, input, en: "at least 1 axis", zh: "至少一个轴")
    }
    if let weight {
      guard weight.shape[0] == inputs else { throw LayerFault.changed(self, input, weight.shape) }
      return input.dropLast() + [weight.shape[1]]
    }
    guard let outputs = outputs ?? blueprint.outputCount else {
      throw LayerFault.setting(
        Self.kind, "outputs", "nil", en: "a number, or data whose classes can be counted",
        zh: "一个数，或可数出类别的数据")
    }
    weight = try blueprint.kaiming([inputs, outputs], fanIn: inputs)
    bias = hasBias ? Tensor.zeros([outputs]).parameter() : nil
    return input.dropLast() + [outputs]
  }

  public func forward(_ x: Tensor, _ pass: ForwardPass) throws -> Tensor { try forward(x, pass, Ending()) }

  public func multiplyAdds(_ input: Shape, _ output: Shape) -> Int {
    output.elementCount * (input.last ?? 0)
  }
}

extension Linear: EndingLayer {
  func takes(_ ending: Ending, _ pass: ForwardPass) -> Bool { ending.residual == nil }

  func forward(_ x: Tensor, _ pass: ForwardPass, _ ending: Ending) throws -> Tensor {
    try x.linear(weight.built, bias: bias, ending.activation)
  }
}
