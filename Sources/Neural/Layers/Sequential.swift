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

  public func forward(_ x: Tensor, _ pass: ForwardPass) throws -> Tensor { try forward(x, pass, Ending()) }

  /// The layers, then what `ending` says. A layer that can do so takes what follows it into its own pass over the
  /// values: normalisation, residual, activation.
  func forward(_ x: Tensor, _ pass: ForwardPass, _ ending: Ending) throws -> Tensor {
    var x = x
    var place = 0
    var left = ending
    while place < parts.count {
      let run = Fusion(parts[place...], pass, ending)
      x = try run.forward(x, pass)
      place = run.end
      if place == parts.count { left = run.left }
      pass.inspect(x, of: "\(place) \(parts[place - 1].name)")
    }
    return try left.applied(to: x)
  }
}
