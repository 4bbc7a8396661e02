internal import Glibc

extension Tensor {
  /// The logarithm of every value to the base 2.
  public func log2() -> Tensor { eachValue("log2", slope: { 1 / ($0 * logf(2)) }, log2f) }

  /// The logarithm of every value to the base 10.
  public func log10() -> Tensor { eachValue("log10", slope: { 1 / ($0 * logf(10)) }, log10f) }

  /// log(1 + x) of every value, without the rounding of 1 + x.
  public func log1p() -> Tensor { eachValue("log1p", slope: { 1 / (1 + $0) }, log1pf) }

  /// e^x - 1 of every value, without the rounding of e^x.
  public func expm1() -> Tensor { eachValue("expm1", slope: expf, expm1f) }
}
