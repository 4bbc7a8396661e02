internal import Glibc

extension Tensor {
  /// The natural logarithm of every value.
  public func log() -> Tensor {
    elementwise({ logf($0) }, derivative: { x, _ in 1 / x })
  }
}
