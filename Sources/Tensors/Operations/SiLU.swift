internal import Glibc

extension Tensor {
  /// x times its sigmoid (Elfwing et al., 2018; also called swish).
  public func silu() -> Tensor {
    elementwise(
      { $0 / (1 + expf(-$0)) },
      derivative: { x, _ in
        let s = 1 / (1 + expf(-x))
        return s * (1 + x * (1 - s))
      })
  }
}
