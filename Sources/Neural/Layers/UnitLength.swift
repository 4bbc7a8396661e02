public import Tensors

/// Every vector divided by its length, so that the distance of two embeddings is that of their directions; the last
/// layer before the triplet loss (Schroff et al., 2015). Keeps the shape.
public final class UnitLength: Activation {
  public static let kind = "UnitLength"
  public init() {}
  public func apply(_ x: Tensor) throws -> Tensor { try x.unitLength() }
}
