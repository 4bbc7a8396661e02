public import Tensors

/// Branches that all see the same input, their outputs one after the other along the last axis.
public final class Parallel: Layer {
  public static let kind = "Parallel"
  public let parts: [any Layer]

  public init(_ branches: [any Layer]) { parts = branches }

  public init(settings: Settings, parts: [any Layer]) throws { self.parts = parts }

  public var settings: Settings { Settings() }

  public func build(_ input: Shape, _ blueprint: Blueprint) throws -> Shape {
    let outputs = try parts.map { try blueprint.build($0, input) }
    guard var shape = outputs.first, !shape.isEmpty else {
      throw LayerFault.input(self, input, en: "at least one branch", zh: "至少一个分支")
    }
    for output in outputs where output.dropLast() != shape.dropLast() {
      throw LayerFault.input(
        self, output, en: "branches that agree but for channels, \(shape.text)",
        zh: "除通道外形状一致的分支 \(shape.text)", try: Parallel.remedy(blueprint.lines.first?.input))
    }
    shape[shape.count - 1] = outputs.reduce(0) { $0 + ($1.last ?? 0) }
    return shape
  }

  /// Branches that halve an image disagree where a side is odd on the way: a power of 2 never is.
  private static func remedy(_ input: Shape?) -> String? {
    guard let input, input.count == 3 else { return nil }
    let sides = input.prefix(2).map { side in
      var power = 1
      while power < side { power *= 2 }
      return "\(power)"
    }
    return "size = { \(sides.joined(separator: ", ")) }"
  }

  public func forward(_ x: Tensor, _ pass: ForwardPass) throws -> Tensor {
    let outputs = try parts.map { try $0.forward(x, pass) }
    return try .concatenated(outputs, axis: outputs[0].rank - 1)
  }
}
