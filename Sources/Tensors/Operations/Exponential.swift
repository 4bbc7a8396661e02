internal import Glibc

extension Tensor {
  /// e to the power of every value.
  public func exp() -> Tensor {
    elementwise({ expf($0) }, derivative: { _, y in y })
  }
}
