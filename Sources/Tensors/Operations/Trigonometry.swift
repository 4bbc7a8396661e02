internal import Glibc

extension Tensor {
  /// The sine of every value, in radians.
  public func sine() -> Tensor {
    eachValue("sin", slope: cosf, sinf)
  }

  /// The cosine of every value, in radians.
  public func cosine() -> Tensor {
    eachValue("cos", slope: { -sinf($0) }, cosf)
  }

  /// The tangent of every value, in radians.
  public func tangent() -> Tensor {
    eachValue("tan", slope: { 1 + tanf($0) * tanf($0) }, tanf)
  }
}
