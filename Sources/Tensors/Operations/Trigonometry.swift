internal import CKernels
internal import Glibc

extension Tensor {
  /// The sine of every value, in radians.
  public func sine() -> Tensor { applying(CK_SIN) }

  /// The cosine of every value, in radians.
  public func cosine() -> Tensor { applying(CK_COS) }

  /// The tangent of every value, in radians.
  public func tangent() -> Tensor {
    eachValue("tan", slope: { 1 + tanf($0) * tanf($0) }, tanf)
  }

  /// The angle in radians whose sine each value is; NaN outside -1 .. 1.
  public func arcsine() -> Tensor {
    eachValue("asin", slope: { 1 / (1 - $0 * $0).squareRoot() }, asinf)
  }

  /// The angle in radians whose cosine each value is; NaN outside -1 .. 1.
  public func arccosine() -> Tensor {
    eachValue("acos", slope: { -1 / (1 - $0 * $0).squareRoot() }, acosf)
  }

  /// The angle in radians whose tangent each value is.
  public func arctangent() -> Tensor {
    eachValue("atan", slope: { 1 / (1 + $0 * $0) }, atanf)
  }

  /// The hyperbolic sine of every value.
  public func hyperbolicSine() -> Tensor { eachValue("sinh", slope: coshf, sinhf) }

  /// The hyperbolic cosine of every value.
  public func hyperbolicCosine() -> Tensor { eachValue("cosh", slope: sinhf, coshf) }
}
