internal import Exchange
public import Tensors

/// Layers whose output is added to their input, then ReLU (He et al., 2016). Where the layers change the
/// shape, a 1x1 convolution with batch normalisation brings the input to the same shape.
public final class Residual: Layer {
  public static let kind = "Residual"
  private let body: Sequential
  private var shortcut: Sequential?
  let relu: Bool

  public init(_ layers: [any Layer], relu: Bool = true) {
    body = Sequential(layers)
    self.relu = relu
  }

  public init(settings: Settings, parts: [any Layer]) throws {
    body = parts.first as? Sequential ?? Sequential(parts)
    shortcut = parts.count > 1 ? parts[1] as? Sequential : nil
    relu = try settings.bool("relu")
  }

  public var settings: Settings { Settings([("relu", .bool(relu))], defaults: ["relu": .bool(true)]) }

  public var parts: [any Layer] { [body] + (shortcut.map { [$0] } ?? []) }

  public func build(_ input: Shape, _ blueprint: Blueprint) throws -> Shape {
    let output = try blueprint.build(body, input)
    if output != input, shortcut == nil { shortcut = try projection(input, output) }
    if let shortcut {
      let reached = try blueprint.build(shortcut, input)
      guard reached == output else {
        throw LayerFault.input(self, reached, en: output.text, zh: output.text)
      }
    }
    return output
  }

  private func projection(_ input: Shape, _ output: Shape) throws -> Sequential {
    guard input.count == 3, output.count == 3, output[0] > 0, output[1] > 0 else {
      throw LayerFault.input(
        self, input, en: "layers that keep the shape (they make \(output.text))",
        zh: "保持形状的层（现得 \(output.text)）")
    }
    let stride = ((input[0] + output[0] - 1) / output[0], (input[1] + output[1] - 1) / output[1])
    return Sequential([
      try Conv2d(output[2], kernel: (1, 1), stride: stride, bias: false), BatchNorm2d(),
    ])
  }

  public func forward(_ x: Tensor, _ pass: ForwardPass) throws -> Tensor {
    let other = try shortcut?.forward(x, pass) ?? x
    return try body.forward(x, pass, Ending(residual: other, activation: relu ? .relu : .none))
  }
}
