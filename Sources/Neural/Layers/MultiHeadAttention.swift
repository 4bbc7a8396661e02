internal import Exchange
public import Tensors

/// Self-attention with several heads (Vaswani et al., 2017): every place of a series gathers from all others what
/// its question asks for. [length, width] keeps its shape.
public final class MultiHeadAttention: Layer {
  public static let kind = "MultiHeadAttention"
  let heads: Int
  let causal: Bool
  let hasBias: Bool
  /// Questions, keys and values in one matrix, [width, 3 width].
  private var inner: Tensor?
  private var innerBias: Tensor?
  private var outer: Tensor?
  private var outerBias: Tensor?

  /// - Parameter causal: a place sees itself and what stands before it only.
  public init(_ heads: Int, causal: Bool = false, bias: Bool = true) throws {
    try LayerFault.check(Self.kind, "heads", heads, in: 1...1024)
    self.heads = heads
    self.causal = causal
    hasBias = bias
  }

  public convenience init(settings: Settings, parts: [any Layer]) throws {
    try self.init(settings.int("heads"), causal: settings.bool("causal"), bias: settings.bool("bias"))
  }

  public var settings: Settings {
    Settings(
      [("heads", .int(heads)), ("causal", .bool(causal)), ("bias", .bool(hasBias))],
      positional: ["heads"], defaults: ["causal": .bool(false), "bias": .bool(true)])
  }

  public var weights: [Weight] {
    [("in", inner), ("in bias", innerBias), ("out", outer), ("out bias", outerBias)].compactMap {
      name, tensor in tensor.map { Weight(name: name, tensor: $0) }
    }
  }

  public func build(_ input: Shape, _ blueprint: Blueprint) throws -> Shape {
    guard input.count == 2 else { throw LayerFault.series(self, input) }
    let width = input[1]
    guard width % heads == 0 else {
      let divisor = (1...heads).last { width % $0 == 0 } ?? 1
      throw LayerFault.input(
        self, input, en: "a width in \(heads) equal heads", zh: "可分为 \(heads) 个头的宽度",
        try: "nn.MultiHeadAttention(\(divisor))")
    }
    if let inner {
      guard inner.shape[0] == width else { throw LayerFault.changed(self, input, inner.shape) }
      return input
    }
    let deviation = (1 / Double(width)).squareRoot()
    inner = try blueprint.normal([width, 3 * width], deviation: deviation)
    outer = try blueprint.normal([width, width], deviation: deviation)
    if hasBias {
      innerBias = Tensor.zeros([3 * width]).parameter()
      outerBias = Tensor.zeros([width]).parameter()
    }
    return input
  }

  public func forward(_ x: Tensor, _ pass: ForwardPass) throws -> Tensor {
    try x.linear(inner.built, bias: innerBias).selfAttention(heads: heads, causal: causal)
      .linear(outer.built, bias: outerBias)
  }

  public func multiplyAdds(_ input: Shape, _ output: Shape) -> Int {
    4 * input[0] * input[1] * input[1] + 2 * input[0] * input[0] * input[1]
  }
}
