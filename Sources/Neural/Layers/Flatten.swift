public import Tensors

/// All axes of a sample in one: [height, width, channels] to [height · width · channels].
public final class Flatten: Layer {
  public static let kind = "Flatten"

  public init() {}

  public init(settings: Settings, parts: [any Layer]) throws {}

  public var settings: Settings { Settings() }

  public func build(_ input: Shape, _ blueprint: Blueprint) throws -> Shape { [input.elementCount] }

  public func forward(_ x: Tensor, _ pass: ForwardPass) throws -> Tensor { try x.flattened() }
}
