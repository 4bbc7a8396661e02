public import Tensors

/// Layers one after the other.
public final class Sequential: Layer {
  public static let kind = "Sequential"
  public let parts: [any Layer]

  public init(_ layers: [any Layer]) { parts = layers }

  public init(settings: Settings, parts: [any Layer]) throws { self.parts = parts }

  public var settings: Settings { Settings() }

  public func build(_ input: Shape, _ blueprint: Blueprint) throws -> Shape {
    try parts.reduce(input) { try blueprint.build($1, $0) }
  }

  public func forward(_ x: Tensor, _ pass: ForwardPass) throws -> Tensor {
    try forward(x, pass, residual: nil, relu: false)
  }

  /// The layers, then the residual added and ReLU applied where asked. Batch normalisation takes the ReLU or
  /// the residual that follows it into its own pass over the values.
  func forward(_ x: Tensor, _ pass: ForwardPass, residual: Tensor?, relu: Bool) throws -> Tensor {
    var x = x
    var place = 0
    var ended = residual == nil && !relu
    while place < parts.count {
      let layer = parts[place]
      let isLast = place == parts.count - 1
      if let norm = layer as? BatchNorm, isLast, !ended {
        x = try norm.forward(x, pass, residual: residual, relu: relu)
        ended = true
      } else if let norm = layer as? BatchNorm, !isLast, parts[place + 1] is ReLU {
        x = try norm.forward(x, pass, residual: nil, relu: true)
        place += 1
      } else {
        x = try layer.forward(x, pass)
      }
      pass.inspect(x, of: "\(place + 1) \(layer.name)")
      place += 1
    }
    guard !ended else { return x }
    if let residual { x = try x + residual }
    return relu ? x.relu() : x
  }
}
