public import Tensors

/// One step of a network. A layer learns its input's size when it is first given a shape, and makes its
/// weights then.
public protocol Layer: AnyObject {
  /// The name that the layer goes by in programs and model files: "Conv2d".
  static var kind: String { get }
  /// What the layer was made with, enough to make it again.
  var settings: Settings { get }
  /// The layers inside this one, in order.
  var parts: [any Layer] { get }
  /// The layer's own weights, without those of its parts; empty until it is built.
  var weights: [Weight] { get }

  /// Makes the layer again from `settings` and `parts`.
  init(settings: Settings, parts: [any Layer]) throws

  /// The shape of the output for one sample of shape `input` (no batch axis). The first call makes the
  /// weights; later ones check that they fit.
  func build(_ input: Shape, _ blueprint: Blueprint) throws -> Shape

  /// The output for a batch, [n, …].
  func forward(_ x: Tensor, _ pass: ForwardPass) throws -> Tensor

  /// Multiplications with addition for one sample.
  func multiplyAdds(_ input: Shape, _ output: Shape) -> Int

  /// Whether the layer does the same computations for every batch, so that they can be kept as a program.
  var isTraceable: Bool { get }

  /// The same layer with the same settings and no weights.
  func remade() throws -> any Layer
}

extension Layer {
  public var parts: [any Layer] { [] }
  public var weights: [Weight] { [] }
  public func multiplyAdds(_ input: Shape, _ output: Shape) -> Int { 0 }
  public var isTraceable: Bool { parts.allSatisfy(\.isTraceable) }
  public func remade() throws -> any Layer {
    try Self(settings: settings, parts: parts.map { try $0.remade() })
  }

  /// The weights of the layer and of all its parts, in the order in which they are saved.
  public var allWeights: [Weight] { weights + parts.flatMap(\.allWeights) }

  /// The layer as it is typed: `Conv2d(16, kernel = 3)`.
  public var name: String {
    let words = settings.words
    return words.isEmpty ? Self.kind : "\(Self.kind)(\(words.joined(separator: ", ")))"
  }
}
