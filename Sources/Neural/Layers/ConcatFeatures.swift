internal import Report
public import Tensors

/// Appends the sample's process values to what the network has found in its image: [k] to [k + f].
public final class ConcatFeatures: Layer {
  public static let kind = "ConcatFeatures"

  public init() {}

  public init(settings: Settings, parts: [any Layer]) throws {}

  public var settings: Settings { Settings() }

  public func build(_ input: Shape, _ blueprint: Blueprint) throws -> Shape {
    guard blueprint.featureCount > 0 else {
      throw Fault(
        .model, en: "\(Self.kind): the samples carry no process values to append",
        zh: "\(Self.kind)：样本不含可拼接的过程值")
    }
    return [input.elementCount + blueprint.featureCount]
  }

  public func forward(_ x: Tensor, _ pass: ForwardPass) throws -> Tensor {
    guard let features = pass.features else {
      throw Fault(
        .model, en: "\(Self.kind): the samples carry no process values to append",
        zh: "\(Self.kind)：样本不含可拼接的过程值")
    }
    return try .concatenated([x.flattened(), features], axis: 1)
  }
}
