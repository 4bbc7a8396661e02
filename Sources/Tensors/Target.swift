/// What a batch asks a network to say.
public enum Target: Sendable {
  /// One class for each sample, counted from 0.
  case classes([Int])
  /// For each sample how much of it belongs to each class, [n, classes]; the shares of a sample add up to 1.
  case shares(Tensor)
  /// Numbers to reach, [n, k].
  case values(Tensor)

  /// Samples that the target speaks of.
  public var count: Int {
    switch self {
    case .classes(let classes): classes.count
    case .shares(let tensor), .values(let tensor): tensor.shape.first ?? 0
    }
  }

  /// The class of each sample, of shares the one with the greatest; nil for values.
  public var labels: [Int]? {
    switch self {
    case .classes(let classes): classes
    case .shares(let shares): try? shares.argmax(1)
    case .values: nil
    }
  }

  func rows(_ indices: [Int]) throws -> Target {
    switch self {
    case .classes(let classes): .classes(indices.map { classes[$0] })
    case .shares(let shares): .shares(try shares.rows(indices))
    case .values(let values): .values(try values.rows(indices))
    }
  }
}
