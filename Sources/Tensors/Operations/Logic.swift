extension Tensor {
  /// 1 where both are not 0, else 0. No gradient flows through it.
  public static func and(_ a: Tensor, _ b: Tensor) throws -> Tensor {
    try logical("and", a, b) { $0 != 0 && $1 != 0 }
  }

  /// 1 where one or both are not 0, else 0. No gradient flows through it.
  public static func or(_ a: Tensor, _ b: Tensor) throws -> Tensor {
    try logical("or", a, b) { $0 != 0 || $1 != 0 }
  }

  /// 1 where the value is 0, else 0. No gradient flows through it.
  public func not() -> Tensor { eachValue("not") { $0 == 0 ? 1 : 0 } }

  /// 1 where the value is NaN, else 0.
  public func isNaN() -> Tensor { eachValue("isnan") { $0.isNaN ? 1 : 0 } }

  /// 1 where the value is neither NaN nor infinite, else 0.
  public func isFiniteNumber() -> Tensor { eachValue("isfinite") { $0.isFinite ? 1 : 0 } }

  private static func logical(
    _ name: String, _ a: Tensor, _ b: Tensor, _ holds: @escaping (Float, Float) -> Bool
  ) throws -> Tensor {
    let (left, right) = try matched(name, a.detached(), b.detached())
    return left.valuewise(name, with: right) { memory, range in
      let (a, b, y) = (memory.input(0), memory.input(1), memory.output())
      for i in range { y[i] = holds(a[i], b[i]) ? 1 : 0 }
    }
  }

  /// Whether every |a - b| is at most `absolute` + `relative` |b|; infinities must be equal, and NaN is near
  /// nothing (NumPy's rule).
  public static func areClose(
    _ a: Tensor, _ b: Tensor, relative: Double = 1e-5, absolute: Double = 1e-8
  ) throws -> Bool {
    let (left, right) = try matched("allclose", a.detached(), b.detached())
    return left.withUnsafeValues { x in
      right.withUnsafeValues { y in
        x.indices.allSatisfy { i in
          let (a, b) = (Double(x[i]), Double(y[i]))
          return a == b || (b.isFinite && abs(a - b) <= absolute + relative * abs(b))
        }
      }
    }
  }
}
