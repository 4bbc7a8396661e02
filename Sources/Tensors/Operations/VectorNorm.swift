/// How the length of a vector is measured.
public enum NormOrder: Sendable {
  /// The sum of the magnitudes.
  case one
  /// The square root of the sum of the squares.
  case two
  /// The greatest magnitude.
  case infinity
}

extension Tensor {
  /// The length of the vectors that lie along `axes` (counted from 0; all when empty).
  public func vectorNorm(_ axes: [Int] = [], order: NormOrder = .two) throws -> Tensor {
    switch order {
    case .one: try absolute().sum(axes)
    case .two: try power(2).sum(axes).squareRoot()
    case .infinity: try absolute().max(axes)
    }
  }

  /// Where the smallest value stands along `axis`, counted from 0; the first of equal ones.
  public func argmin(_ axis: Int) throws -> [Int] { try (-detached()).argmax(axis) }
}
