internal import Glibc

extension Tensor {
  /// 1 / (1 + e^-x) of every value.
  public func sigmoid() -> Tensor {
    elementwise({ 1 / (1 + expf(-$0)) }, derivative: { _, y in y * (1 - y) })
  }
}
